import Domain
import Hummingbird
import NIOCore
import Store
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct EventStreamTests {
    /// Takes what a stream writes, slowly if it is told to.
    private final class Sink: ResponseBodyWriter {
        let frames = Mutex<[String]>([])
        let onWrite: @Sendable (Int) async throws -> Void

        init(onWrite: @escaping @Sendable (Int) async throws -> Void = { _ in }) { self.onWrite = onWrite }

        func write(_ buffer: ByteBuffer) async throws {
            let count = frames.withLock { frames in
                frames.append(String(buffer: buffer))
                return frames.count
            }
            try await onWrite(count)
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}

        var sequences: [Int] {
            frames.withLock { $0 }.compactMap { frame in
                frame.hasPrefix("id: ") ? Int(frame.dropFirst(4).prefix { $0 != "\n" }) : nil
            }
        }
    }

    private func company(_ store: Store) async throws -> Company {
        try await store.write { transaction in
            try Company.found(.init(name: "Aurora"), systemRoles: [], by: Operator.owner(in: transaction).id, in: transaction)
        }
    }

    private func happen(_ count: Int, in company: Company.ID, _ store: Store) async throws {
        for _ in 0..<count {
            try await store.write { try $0.record(CompanyPaused(reason: "x"), company: company, by: .user("o")) }
        }
    }

    @Test(arguments: [0, 3, 40])
    func `it begins behind the last event seen and goes on with what happens`(after: Int) async throws {
        let store = try await FreshStore.store(time: ManualTime())
        let company = try await company(store)
        try await happen(50, in: company.id, store)
        let stream = EventStream(
            company: company.id, store: store, subscription: store.feed.subscribe(to: company.id), time: ManualTime(), cut: {})
        let sink = Sink()
        try await happen(30, in: company.id, store)
        store.feed.finish()
        var writer: any ResponseBodyWriter = sink
        try await stream.write(after: after, to: &writer)
        #expect(sink.sequences == Array((after + 1)...81))
    }

    @Test func `a client that has seen more than there is goes on with what there is`() async throws {
        try await LiveServer.run { server in
            let company = try await server.found()
            let heard = try await server.exchange(server.streamRequest(company.id, headers: ["Last-Event-ID: 900"])) { bytes in
                var heard = Heard()
                while !heard.contains(": connected"), try await heard.take(&bytes) {}
                try await server.happen(2, in: company.id)
                server.store.feed.finish()
                try await heard.rest(&bytes)
                return heard
            }
            #expect(heard.sequences == [2, 3])
        }
    }

    @Test func `a client that reads nothing for a minute is let go, one that reads is not`() async throws {
        let time = ManualTime()
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let (cuts, cut) = AsyncStream.makeStream(of: Void.self)
        let (stalls, stall) = AsyncStream.makeStream(of: Void.self)
        let stream = EventStream(
            company: company.id, store: store, subscription: store.feed.subscribe(to: company.id), time: time,
            cut: { cut.finish() })
        let sink = Sink { count in
            guard count == 5 else { return }
            stall.finish()
            for await _ in cuts {}
            throw CancellationError()  // as a write does on a connection that is gone
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in stalls {}
                // Nothing is taken any more, so the clock may run.
                for _ in 0..<4 {
                    while time.sleeperCount == 0 { await Task.yield() }
                    time.advance(by: .seconds(15))
                }
            }
            for _ in 0..<3 {
                try await happen(1, in: company.id, store)
            }
            var writer: any ResponseBodyWriter = sink
            await #expect(throws: CancellationError.self) { try await stream.write(after: 0, to: &writer) }
            try await group.waitForAll()
        }
        #expect(sink.sequences == [1, 2, 3, 4])
    }

    @Test func `a reader that is too slow for the feed misses nothing and gets nothing twice`() async throws {
        let store = try await FreshStore.store(time: ManualTime())
        let company = try await company(store)
        let subscription = store.feed.subscribe(to: company.id, capacity: 10)
        let stream = EventStream(company: company.id, store: store, subscription: subscription, time: ManualTime(), cut: {})
        let sink = Sink { count in
            // While one frame is on its way to the client, far more happens than the buffer holds.
            if count == 3 { try await happen(500, in: company.id, store) }
            if count == 300 { store.feed.finish() }
        }
        try await happen(20, in: company.id, store)
        var writer: any ResponseBodyWriter = sink
        try await stream.write(after: 0, to: &writer)
        let heard = sink.sequences
        #expect(heard == Array(1...(heard.last ?? 0)))
        #expect(heard.count > 300)
    }
}
