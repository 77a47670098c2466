import Benchmark
import Domain
import Engine
import Foundation
import Store

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(30), maxIterations: 3)

    for (name, writers) in [("one after the other", 1), ("256 at once", 256)] {
        Benchmark("events, full durability, \(name)") { _ in
            let disk = try await DiskStore(durability: .full)
            let company = try await disk.found().company
            let total = writers == 1 ? 300 : 20_480
            try await measured("events, \(name)", count: total) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<writers {
                        group.addTask {
                            for number in 0..<(total / writers) {
                                try await disk.store.write { transaction in
                                    try transaction.record(
                                        CompanyPaused(reason: "\(number)"), company: company.id, by: .user("bench"))
                                }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            try await disk.remove()
        }
    }

    for slots in [1, 16, 128] {
        for durability in [SQLiteEngine.Durability.full, .normal] {
            Benchmark("turns of two steps, \(slots) at once, \(durability)") { _ in
                let count = slots == 1 && durability == .full ? 200 : 2000
                let disk = try await DiskStore(durability: durability)
                let (company, owner) = try await disk.found()
                try await disk.store.write { transaction in
                    for number in 0..<count {
                        let employee = try Employee.hire(
                            .init(rolePackID: "b", roleID: "b", roleMdSha: "", level: .ic, name: "N \(number)", title: "Worker"),
                            into: company.id, by: .user("bench"), in: transaction)
                        let thread = try Thread.direct(employee.id, with: .user(owner.id), of: company.id, in: transaction)
                        try Message.post("Good morning", to: thread, by: .user(owner.id), in: transaction)
                    }
                }
                let epoch = try await disk.store.write { try ServerEpoch.begin(bootID: "b", process: 1, in: $0).epoch.epoch }
                let ends = disk.store.feed.subscribe(to: company.id, capacity: 1_000_000)
                try await measured("turns, \(slots) at once, \(durability)", count: count) {
                    await withThrowingTaskGroup(of: Void.self) { group in
                        let workplace = disk.workplace(slots: slots)
                        group.addTask { try await Dispatcher(workplace, epoch: epoch).run() }
                        var done = 0
                        for await case .event(let published) in ends where published.event.eventType == "work.completed" {
                            done += 1
                            if done == count { break }
                        }
                        group.cancelAll()
                    }
                }
                try await disk.remove()
            }
        }
    }

    Benchmark("one event to 1,000 subscribers") { benchmark in
        let feed = EventFeed()
        let subscriptions = (0..<1000).map { _ in feed.subscribe(capacity: 20_000) }
        let event = Event(
            id: Event.ID("e"), companyID: Company.ID("c"), actorID: "o", actorKind: .user, eventType: "ticket.created",
            payload: RawJSON(#"{"ticket_id":"0P7C00WF--ATpWOPXj7OY","title":"A ticket"}"#), createdAt: Timestamp(milliseconds: 1),
            seq: 1)
        benchmark.startMeasurement()
        try await measured("fan-out to 1,000 subscribers", count: 1000) { for _ in 0..<1000 { feed.publish([event]) } }
        benchmark.stopMeasurement()
        blackHole(subscriptions)
    }
}
