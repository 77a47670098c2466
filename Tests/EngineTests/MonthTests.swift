import Domain
import Engine
import Gateway
import Store
import TestSupport
import Testing

/// A company of twenty over thirty days on a clock that is moved by hand.
@Suite(.timeLimit(.minutes(10)))
struct MonthTests {
    @Test func `thirty days of a company of twenty`() async throws {
        let time = ManualTime()
        let office = try await Office(time: time)
        let people = try await office.hire(16)
        try await office.store.write { transaction in
            _ = try Company.change(
                settings: ["quiet_hours": ["from": "18:00", "to": "08:00", "time_zone": "UTC"]], of: office.company.id,
                by: .user("o"), in: transaction)
        }
        var random = SeededRandom(seed: 30)
        let model = PracticeProvider(time: time, pace: .zero)
        try await office.working(model) {
            for day in 0..<30 {
                for _ in 0..<3 {
                    let person = people.randomElement(using: &random) ?? office.writer
                    _ = try await office.file("Note \(day) for \(person.name)", for: person)
                }
                for _ in 0..<5 {
                    try await office.say("How is it going?", to: people.randomElement(using: &random) ?? office.writer)
                }
                for _ in 0..<24 {
                    try await office.settle()
                    time.advance(by: .seconds(3600))
                }
            }
            try await office.settle()
        }
        let tickets = try await office.all(Ticket.self)
        #expect(tickets.count == 90)
        #expect(tickets.allSatisfy { $0.status == .done || $0.status == .blocked })
        #expect(tickets.count { $0.status == .done } > 80)
        let runs = try await office.all(Run.self)
        #expect(runs.count >= 240)
        #expect(runs.allSatisfy { QuietTime.isOpen($0.startedAt) }, "nobody works at night")
        #expect(try await office.broken() == [])
    }

    @Test func `fifty idle employees over a day cost nothing`() async throws {
        let time = ManualTime()
        let office = try await Office(time: time)
        _ = try await office.hire(46)
        let model = ScriptedModel([])
        try await office.working(model) {
            for _ in 0..<24 {
                time.advance(by: .seconds(3600))
                try await office.settle()
            }
        }
        #expect(model.requests.isEmpty)
        #expect(try await office.all(Run.self).isEmpty)
        #expect(try await office.all(WakeupRequest.self).isEmpty)
    }
}

private enum QuietTime {
    static func isOpen(_ moment: Timestamp) -> Bool {
        (8..<18).contains(Int(moment.milliseconds / 3_600_000 % 24))
    }
}

extension Office {
    /// Hires so many more who do the work, under the manager.
    fileprivate func hire(_ count: Int) async throws -> [Employee] {
        try await store.write { transaction in
            try (0..<count).map { number in
                try Employee.hire(
                    .init(
                        rolePackID: "test", roleID: "worker", roleMdSha: "", level: .ic, name: "Worker \(number) Name",
                        title: "Worker", manager: manager.id), into: company.id, by: .user(owner.id.rawValue), in: transaction)
            }
        }
    }

    /// Runs a server's dispatcher while `body` does something.
    fileprivate func working(_ model: any ModelProvider, _ body: () async throws -> Void) async throws {
        let workplace = workplace(model)
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0).epoch.epoch }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await Dispatcher(workplace, epoch: epoch).run() }
            try await body()
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Returns when nothing is left that could be done now.
    fileprivate func settle() async throws {
        let signs = store.feed.subscribe(capacity: 1000)
        if try await isSettled() { return }
        for await _ in signs where try await isSettled() { return }
    }

    private func isSettled() async throws -> Bool {
        try await store.read { transaction in
            let company = try Company.require(company.id, in: transaction)
            if let hours = company.quietHours, hours.isQuiet(at: transaction.now) != (company.status == .paused) { return false }
            let isBusy = try transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'processing'")
            let waits = try transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'pending'")
            return !isBusy && (company.status != .running || !waits)
        }
    }
}
