import Domain
import Store
import Synchronization
import TestSupport
import Testing

/// What subscribers are told is what the log has.
struct PublishedEventTests {
    private let company = Company.ID("c")

    @Test func `what is published is what is stored, byte for byte, in its order within one moment`() async throws {
        let told = Mutex<[Event]>([])
        let engine = try await FreshStore.engine(time: ManualTime()) { events in told.withLock { $0 += events } }
        for number in 0..<3 {
            try await engine.write { [company] transaction in
                for _ in 0...number {
                    try transaction.record(CompanyPaused(reason: "\(number)"), company: company, by: .user("o"))
                }
            }
        }
        let stored = try await engine.read { try Event.page(of: Company.ID("c"), after: 0, limit: 10, in: $0) }
        #expect(stored.map(\.seq) == [1, 2, 3, 4, 5, 6])
        #expect(told.withLock(\.self) == stored)
        #expect(Set(stored.map(\.createdAt)).count == 1)
        #expect(stored.map(\.id.rawValue).sorted() == stored.map(\.id.rawValue))
    }

    @Test func `whoever comes or goes while others are told neither misses nor hears what is not theirs`() async throws {
        let feed = EventFeed()
        let engine = try await FreshStore.engine(time: ManualTime()) { feed.publish($0) }
        let early = feed.subscribe(to: company)
        var gone: FeedSubscription? = feed.subscribe(to: company)
        try await pause(engine, 1)
        _ = gone
        gone = nil
        let late = feed.subscribe(to: company)
        try await pause(engine, 2)
        feed.finish()
        #expect(await sequences(early) == [1, 2])
        #expect(await sequences(late) == [2])
    }

    private func pause(_ engine: SQLiteEngine, _ number: Int) async throws {
        try await engine.write { [company] in
            try $0.record(CompanyPaused(reason: "\(number)"), company: company, by: .user("o"))
        }
    }

    private func sequences(_ subscription: FeedSubscription) async -> [Int] {
        var found: [Int] = []
        for await case .event(let published) in subscription { found.append(published.event.seq) }
        return found
    }
}
