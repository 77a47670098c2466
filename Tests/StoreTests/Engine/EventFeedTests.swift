import Domain
import Store
import Testing

@Suite(.timeLimit(.minutes(10)))
struct EventFeedTests {
    private let feed = EventFeed()

    private func event(_ number: Int, company: String = "c") -> Event {
        Event(
            id: Event.ID("e\(number)"), companyID: Company.ID(company), actorID: "o", actorKind: .user,
            eventType: "ticket.created",
            payload: RawJSON("{\"n\":\(number)}"), createdAt: Timestamp(milliseconds: 1), seq: number)
    }

    private func numbers(_ subscription: FeedSubscription) async -> [Int?] {
        var numbers: [Int?] = []
        for await item in subscription {
            switch item {
            case .event(let published): numbers.append(published.event.seq)
            case .resync: numbers.append(nil)
            case .signal, .texts, .reading, .pulse: break
            }
        }
        return numbers
    }

    @Test func `a subscriber hears only its company`() async {
        let subscription = feed.subscribe(to: Company.ID("c"))
        feed.publish([event(1), event(2, company: "other"), event(3)])
        feed.finish()
        #expect(await numbers(subscription) == [1, 3])
    }

    @Test func `one that falls behind is told so, and goes on from there`() async {
        let subscription = feed.subscribe(capacity: 3)
        var iterator = subscription.makeAsyncIterator()
        feed.publish((1...5).map { event($0) })
        guard case .resync? = await iterator.next() else { return #expect(Bool(false), "a resync was expected") }
        feed.publish([event(6)])
        feed.finish()
        guard case .event(let published)? = await iterator.next() else { return #expect(Bool(false), "an event was expected") }
        #expect(published.event.seq == 6)
        let last = await iterator.next()
        #expect(last == nil)
    }

    @Test func `a dropped subscription is forgotten`() {
        var subscription: FeedSubscription? = feed.subscribe()
        #expect(feed.subscriberCount == 1)
        _ = subscription
        subscription = nil
        #expect(feed.subscriberCount == 0)
    }

    @Test func `a waiting subscriber leaves when its task is cancelled`() async {
        let subscription = feed.subscribe()
        await withTaskGroup(of: [Int?].self) { group in
            group.addTask { await numbers(subscription) }
            group.cancelAll()
            #expect(await group.next() == [])
        }
    }

    @Test func `a watch is one sign, however much happens`() async {
        let signs = feed.watch([.ticketCreated])
        feed.publish((1...50).map { event($0) })
        feed.finish()
        var count = 0
        for await _ in signs { count += 1 }
        #expect(count == 1)
    }

    @Test func `what is published is JSON, whatever the payload holds`() throws {
        var odd = event(7)
        odd.payload = RawJSON("not json \"")
        odd.actorID = "a\"\n"
        for event in [event(1), odd] {
            let json = try JSONValue(parsing: PublishedEvent(event).json)
            #expect(json["seq"]?.integer == Int64(event.seq))
            #expect(json["actor_id"]?.string == event.actorID)
        }
    }
}
