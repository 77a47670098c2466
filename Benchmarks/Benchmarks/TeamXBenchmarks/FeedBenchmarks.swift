import Benchmark
import Domain
import Store

/// An event told to 1,000 subscribers of one company: handed to buffers that nobody reads meanwhile, and to tasks that do.
func feedBenchmarks() {
    let company = Company.ID("0P7C00WF--ATpWOPXj7OY")
    let event = Event(
        id: Event.ID("0P7C00WF--BTpWOPXj7OY"), companyID: company, actorID: "o", actorKind: .user, eventType: "ticket.created",
        payload: RawJSON(#"{"ticket_id":"0P7C00WF--CTpWOPXj7OY","title":"A ticket"}"#), createdAt: Timestamp(milliseconds: 1),
        seq: 1)
    let times = 1000

    Benchmark("feed: an event to 1,000 buffers") { benchmark in
        let feed = EventFeed()
        let subscriptions = (0..<1000).map { _ in feed.subscribe(to: company, capacity: times) }
        try await benchmark.measure(times) { for _ in 0..<times { feed.publish([event]) } }
        blackHole(subscriptions)
    }

    Benchmark("feed: an event to 1,000 readers") { benchmark in
        let feed = EventFeed()
        try await benchmark.measure(times) {
            await withTaskGroup(of: Int.self) { group in
                for _ in 0..<1000 {
                    let subscription = feed.subscribe(to: company, capacity: times)
                    group.addTask {
                        var seen = 0
                        for await _ in subscription {
                            seen += 1
                            if seen == times { break }
                        }
                        return seen
                    }
                }
                for _ in 0..<times {
                    feed.publish([event])
                    await Task.yield()
                }
                for await seen in group { blackHole(seen) }
            }
        }
    }
}
