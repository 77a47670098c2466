import Domain
import Synchronization

/// Takes in an answer piece by piece and tells the watch about it.
struct AnswerReader: Sendable {
    let pieces: HandOff<AnswerPiece>
    let watch: SharedWatch

    /// The head, which comes first and once.
    func head() async throws -> AnswerHead {
        guard case .head(let head) = try await pieces.next() else {
            throw ModelError(.brokenStream, "The provider closed the connection without an answer.")
        }
        return head
    }

    /// The next bytes of the body, or `nil` at its end.
    func next() async throws -> [UInt8]? {
        watch.note { $0.waits(at: $1) }
        guard case .bytes(let bytes) = try await pieces.next() else { return nil }
        watch.note { $0.received(at: $1) }
        return bytes
    }

    /// Says that what came brought the answer on, and that it has been dealt with.
    func progressed() { watch.note { $0.progressed(at: $1) } }

    /// The body up to `limit` bytes.
    ///
    /// - Throws: ``ModelError`` of class `malformed` when there is more, unless `cutting`.
    func body(limit: Int, cutting: Bool = false) async throws -> [UInt8] {
        var body: [UInt8] = []
        while let bytes = try await next() {
            body += bytes
            if body.count <= limit { continue }
            guard cutting else { throw ModelError(.malformed, "The provider's answer has more than \(limit >> 10) KiB.") }
            return Array(body[..<limit])
        }
        return body
    }
}

/// A ``StreamWatch`` that the reader writes and the clocks read.
final class SharedWatch: Sendable {
    let state: Mutex<StreamWatch>
    private let time: any TimeSource

    init(_ clocks: StreamClocks, time: any TimeSource) {
        self.time = time
        state = Mutex(StreamWatch(clocks, start: time.now()))
    }

    func note(_ change: (inout StreamWatch, Timestamp) -> Void) {
        let now = time.now()
        state.withLock { change(&$0, now) }
    }
}
