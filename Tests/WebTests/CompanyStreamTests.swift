import Domain
import Store
import TestSupport
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct CompanyStreamTests {
    private let time = ManualTime()

    private func company(_ store: Store) async throws -> Company {
        try await store.write { transaction in
            try Company.found(.init(name: "Aurora"), systemRoles: [], by: Operator.owner(in: transaction).id, in: transaction)
        }
    }

    private func happen(_ count: Int, in company: Company.ID, _ store: Store) async throws {
        try await store.write { transaction in
            for _ in 0..<count { try transaction.record(CompanyPaused(reason: "x"), company: company, by: .user("o")) }
        }
    }

    private func piece(_ text: String, of company: Company.ID, run: String = "r", thread: String? = nil) -> LiveSignal {
        LiveSignal(
            companyID: company, runID: Run.ID(run), employeeID: Employee.ID("e"), threadID: thread.map { Thread.ID($0) },
            ticketID: nil, messageID: Message.ID("m-" + run), text: text)
    }

    private func stream(_ company: Company, _ store: Store, _ topics: LiveTopics = LiveTopics(tails: true)) -> CompanyStream {
        let subscription = store.feed.follow(company.id, topics)
        return CompanyStream(
            company: company.id, store: store, subscription: subscription, epoch: 3,
            pen: StreamPen(subscription: subscription, time: time, cut: {}))
    }

    @Test(arguments: [nil, 3, 50])
    func `it greets with where the log stands, and goes on behind the last event seen`(after: Int?) async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        try await happen(49, in: company.id, store)
        let stream = stream(company, store)
        let sink = FrameSink()
        try await happen(20, in: company.id, store)
        store.feed.finish()
        try await sink.take(stream, after: after)
        #expect(sink.first == "hello")
        #expect(sink.data("hello").first?["seq"] == 70)
        #expect(sink.data("hello").first?["epoch"] == 3)
        #expect(sink.data("hello").first?["now"]?.integer == time.now().milliseconds)
        #expect(sink.sequences == Array(((after ?? 70) + 1)..<71))
    }

    @Test(arguments: [5, 9000])
    func `who is too far behind, or ahead, is told to begin anew and goes on from there`(after: Int) async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        try await happen(1199, in: company.id, store)
        let stream = stream(company, store)
        let sink = FrameSink { frame in
            guard frame.hasPrefix("event: reset") else { return }
            try await happen(3, in: company.id, store)
            store.feed.finish()
        }
        try await sink.take(stream, after: after)
        #expect(sink.data("reset").map { $0["seq"] } == [1200])
        #expect(sink.sequences == [1201, 1202, 1203])
    }

    @Test func `who takes nothing while more happens than is kept for them begins anew, without a repeat`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let stream = stream(company, store)
        let sink = FrameSink { frame in
            if frame.hasPrefix("event: hello") { try await happen(1, in: company.id, store) }
            if frame.hasPrefix("id: 2\n") { for _ in 0..<30 { try await happen(100, in: company.id, store) } }
            if frame.hasPrefix("event: reset") { store.feed.finish() }
        }
        try await sink.take(stream, after: nil)
        #expect(sink.data("reset").map { $0["seq"] } == [3002])
        #expect(sink.sequences == [2])
        #expect(sink.data("read") == [[:]], "what was read meanwhile may have been dropped")
    }

    @Test func `texts come as they were left, then piece by piece, and a new call of the model begins anew`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let feed = store.feed
        feed.signal(piece("One ", of: company.id))
        let stream = stream(company, store)
        let sink = FrameSink { frame in
            if frame.hasPrefix("event: tok.snapshot") {
                feed.signal(piece("two ", of: company.id))
                feed.signal(piece("thrée.", of: company.id))
                feed.texts.tick()
            } else if frame.contains("two thrée.") {
                feed.texts.startOver(Message.ID("m-r"))
                feed.signal(piece("Again.", of: company.id))
                feed.texts.tick()
            } else if frame.contains("Again.") {
                feed.finish()
            }
        }
        try await sink.take(stream, after: nil)
        #expect(sink.data("tok.snapshot").map { $0["text"] } == ["One "])
        #expect(sink.data("tok").map { $0["text"] } == ["two thrée.", "Again."])
        #expect(sink.data("tok").map { $0["n"] } == [14, 6])
        #expect(sink.data("tok").first?["message_id"] == "m-r")
        #expect(sink.data("tok").first?["cost"] == "0")
    }

    @Test func `the end of a text is shown to who looks at all, the whole of it to who looks at its thread`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let text = String(repeating: "0123456789", count: 100)
        store.feed.signal(piece(text, of: company.id, run: "a", thread: "t"))
        store.feed.signal(piece(text, of: company.id, run: "b"))
        let whole = stream(company, store, LiveTopics(threads: [Thread.ID("t")]))
        let all = stream(company, store, LiveTopics(tails: true, runs: [Run.ID("b")]))
        store.feed.finish()
        let (first, second) = (FrameSink(), FrameSink())
        try await first.take(whole, after: nil)
        try await second.take(all, after: nil)
        #expect(first.data("tok.snapshot").map { $0["run_id"] } == ["a"])
        #expect(first.data("tok.snapshot").first?["text"]?.string == text)
        #expect(second.data("tok.snapshot").map { $0["text"]?.string?.count } == [600, 1000])
        #expect(second.data("tok.snapshot").map { $0["n"] } == [1000, 1000])
    }

    @Test func `who is too slow for a text gets it as far as it is, once`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let feed = store.feed
        let stream = stream(company, store)
        let sink = FrameSink { frame in
            guard frame.hasPrefix("event: hello") else { return }
            for number in 0..<1000 {
                feed.signal(piece("\(number) ", of: company.id))
                feed.texts.tick()
            }
            feed.signal(piece("last", of: company.id))
            feed.finish()
        }
        try await sink.take(stream, after: nil)
        #expect(sink.data("tok").isEmpty)
        #expect(sink.data("tok.snapshot").count == 1)
        #expect(sink.data("tok.snapshot").first?["text"]?.string?.hasSuffix("998 999 ") == true)
    }

    @Test func `a text that has ended is not shown any more`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        store.feed.signal(piece("One", of: company.id))
        store.feed.texts.end(Message.ID("m-r"))
        let stream = stream(company, store)
        store.feed.finish()
        let sink = FrameSink()
        try await sink.take(stream, after: nil)
        #expect(sink.data("tok.snapshot").isEmpty)
    }

    @Test func `however much comes, each text has one piece in fifty milliseconds, the same for all`() async throws {
        let feed = EventFeed()
        let company = Company.ID("c")
        let subscriptions = (0..<3).map { _ in feed.follow(company, LiveTopics(tails: true)) }
        let (time, ticker) = (time, LiveTicker(texts: feed.texts, time: time))
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await ticker.run() }
            var heard = Array(repeating: [String](), count: 3)
            // The sign of the ticker is made before it waits for one.
            while feed.texts.isWatched == false { await Task.yield() }
            for round in 0..<5 {
                for _ in 0..<100 { feed.signal(piece("x", of: company)) }
                for (place, subscription) in subscriptions.enumerated() {
                    for await case .texts in subscription {
                        heard[place] += subscription.texts().map(\.json)
                        break
                    }
                }
                while time.sleeperCount == 0 { await Task.yield() }
                // What comes while the ticker waits has to wait too.
                feed.signal(piece("y", of: company))
                for subscription in subscriptions { #expect(subscription.texts().isEmpty, "round \(round)") }
                time.advance(by: LiveTicker.interval)
            }
            #expect(heard[0] == heard[1])
            #expect(heard[1] == heard[2])
            group.cancelAll()
        }
    }

    @Test func `it says when a person has read on, in this company only`() async throws {
        let store = try await FreshStore.store(time: time)
        let company = try await company(store)
        let stream = stream(company, store)
        let sink = FrameSink { frame in
            guard frame.hasPrefix("event: hello") else { return }
            store.feed.tell(ThreadReading(thread: Thread.ID("t"), message: Message.ID("m"), unread: 2), of: company.id)
            store.feed.tell(ThreadReading(thread: Thread.ID("u"), message: nil, unread: 0), of: Company.ID("other"))
            store.feed.finish()
        }
        try await sink.take(stream, after: nil)
        #expect(sink.data("read") == [["thread_id": "t", "message_id": "m", "unread": 2]])
    }
}
