import Domain
import NIOCore
import Store
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct LiveStreamTests {
    @Test func `a stream tells what happens from its request on`() async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            try await server.happen(5, in: company.id)
            let heard = try await server.exchange(server.streamRequest(company.id)) { bytes in
                var heard = Heard()
                while !heard.contains(": connected"), try await heard.take(&bytes) {}
                try await server.happen(3, in: company.id)
                server.store.feed.finish()
                try await heard.rest(&bytes)
                return heard
            }
            #expect(heard.status == "HTTP/1.1 200 OK")
            #expect(heard.contains("text/event-stream"))
            #expect(heard.contains("event: company.paused"))
            #expect(heard.sequences == [7, 8, 9])
        }
    }

    @Test func `a client that comes back goes on where it was, while things happen`() async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            let sequences = try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for _ in 0..<400 { try await server.happen(1, in: company.id) } }
                var heard = [Int]()
                // Four clients in turn, each leaving in the middle and naming the last event that it saw.
                for round in 1...4 {
                    let last = heard.last ?? 0
                    heard += try await server.exchange(server.streamRequest(company.id, headers: ["Last-Event-ID: \(last)"])) {
                        bytes in
                        var part = Heard()
                        while part.sequences.count < 50, try await part.take(&bytes) {}
                        return part.sequences
                    }
                    #expect(heard.count >= round * 50)
                }
                try await group.waitForAll()
                let last = heard.last ?? 0
                heard += try await server.exchange(server.streamRequest(company.id, headers: ["Last-Event-ID: \(last)"])) {
                    bytes in
                    var part = Heard()
                    while (part.sequences.last ?? last) < 401, try await part.take(&bytes) {}
                    return part.sequences
                }
                return heard
            }
            #expect(sequences == Array(1...401))
        }
    }

    @Test func `a client that does not read for a while misses nothing`() async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            let heard = try await server.exchange(server.streamRequest(company.id, headers: ["Last-Event-ID: 0"])) { bytes in
                var heard = Heard()
                while !heard.sequences.contains(1), try await heard.take(&bytes) {}
                // More than the feed's buffer holds, and than the sockets' buffers do.
                for _ in 0..<30 { try await server.happen(100, in: company.id, reason: String(repeating: "x", count: 4000)) }
                server.store.feed.finish()
                try await heard.rest(&bytes)
                return heard
            }
            #expect(heard.sequences == Array(1...3001))
        }
    }

    @Test(arguments: ["Last-Event-ID: x", "Last-Event-ID: -1"])
    func `a place that is no number is refused`(header: String) async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            let heard = try await server.exchange(server.streamRequest(company.id, headers: [header])) { bytes in
                var heard = Heard()
                try await heard.rest(&bytes)
                return heard
            }
            #expect(heard.status.hasPrefix("HTTP/1.1 422"))
            #expect(heard.contains("Last-Event-ID"))
        }
    }

    @Test func `a client that leaves is forgotten`() async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            try await server.exchange(server.streamRequest(company.id)) { bytes in
                var heard = Heard()
                while !heard.contains(": connected"), try await heard.take(&bytes) {}
                #expect(server.store.feed.subscriberCount == 1)
            }
            while server.store.feed.subscriberCount > 0 { await Task.yield() }  // the suite's time limit is the patience
        }
    }
}
