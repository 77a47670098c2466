import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// Writes the events that a filter leaves as lines of JSON, page by page, so that a long log takes no more room than a short one.
struct EventExport: Sendable {
    let company: Company.ID
    let store: Store
    let filter: Event.Filter

    private static let page = 500

    func reply(named name: String) -> Reply {
        var headers = HTTPFields()
        headers[.contentType] = "application/x-ndjson; charset=utf-8"
        headers[.contentDisposition] = "attachment; filename=\"\(name)-events.ndjson\""
        let body = ResponseBody { writer in
            try await write(to: &writer)
            try await writer.finish(nil)
        }
        return Reply(status: .ok, response: Response(status: .ok, headers: headers, body: body))
    }

    private func write(to writer: inout any ResponseBodyWriter) async throws {
        // What happens from here on is not in it.
        let end = try await store.read { try Event.lastSequence(of: company, in: $0) }
        var last = 0
        while true {
            let from = last
            let events = try await store.read {
                try Event.page(of: company, after: from, filter, limit: Self.page, in: $0)
            }.filter { $0.seq <= end }
            guard let final = events.last else { return }
            let lines = events.map { PublishedEvent($0).json + "\n" }.joined()
            try await writer.write(ByteBuffer(string: lines))
            last = final.seq
        }
    }
}
