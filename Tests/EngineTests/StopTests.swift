import Domain
import Engine
import Store
import TestSupport
import Testing

/// Ending a turn from outside: by a person, by a pause.
@Suite(.timeLimit(.minutes(10)))
struct StopTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `a turn that is stopped ends with what was said by then, once and for good`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.stopRun()
            try await office.untilIdle()
        }
        #expect(model.ended == 1)
        #expect(try await office.said(in: thread) == ["Hello", "I was about to say\n\n[Stopped by Owner.]"])
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .cancelled)
        #expect(run.error == "Stopped by Owner.")
        #expect(run.completionTokens > 0)
        #expect(run.costUsd > .zero)
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled])
        #expect(
            try await office.eventTypes().suffix(5) == [
                "work.stopping", "message.persisted", "work.cancelled", "checkpoint.created", "employee.status_changed",
            ])
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Run.self).count == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `a stop that is stored is heeded also by the next server`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let run = try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let work = try #require(try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction).first)
            return try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction)
        }
        // The server dies between the wish and its fulfilment.
        try await office.stopRun()
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Run.self).map(\.id) == [run.id])
        #expect(try await office.all(Run.self).map(\.status) == [.cancelled])
        #expect(try await office.said(in: thread) == ["Hello", "Stopped by Owner."])
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [
        RunEnding.answered("All done."),
        .failed(.program, message: "x", partial: "All done.", retryAt: Timestamp(milliseconds: 1)),
        .putOff("The company was paused."), .interrupted,
    ])
    func `whatever end races with a stop that came first, it is the stop's`(ending: RunEnding) async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let work = try #require(try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction).first)
            let run = try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction)
            try WorkStop.ask(for: run, by: .user(office.owner.id), in: transaction)
            try WorkStop.ask(for: run, by: .user(office.owner.id), in: transaction)
            #expect(try Run.finish(run, of: work, as: ending, totals: RunTotals(), message: nil, in: transaction))
        }
        #expect(try await office.all(Run.self).map(\.status) == [.cancelled])
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled])
        let last = ending.isMute ? "Stopped by Owner." : "All done.\n\n[Stopped by Owner.]"
        #expect(try await office.said(in: thread).last == last)
        #expect(try await office.eventTypes().count { $0 == "work.stopping" } == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `a stop that comes after the end is told so`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        let run = try #require(try await office.all(Run.self).first)
        await #expect(throws: RuleViolation.self) {
            try await office.store.write { try WorkStop.ask(for: run, by: .user(office.owner.id), in: $0) }
        }
        #expect(try await office.all(Run.self).map(\.status) == [.success])
    }

    @Test func `nothing that the model wanted done is done after the stop, and the ticket says who stopped it`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let asked = ScriptedModel(
            [],
            otherwise: .decide { [office] _ in .call("write_document", ["name": "a.md", "content": .string(office.company.name)])
            })
        // The stop is committed while the model answers, before the call is made.
        let model = Meanwhile(asked, in: [0]) { [office] in try await office.stopRun() }
        try await office.steer(model) { try await $0.untilIdle() }
        #expect(try await office.all(VaultFile.self).isEmpty)
        #expect(try await office.all(ToolCallRecord.self).isEmpty)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.ticket(ticket.id).blockedReason == "Stopped by Owner.")
        #expect(try await office.status(of: office.writer) == .blocked)
        let thread = try #require(try await office.ticket(ticket.id).threadID)
        #expect(try await office.said(in: thread) == ["[Not done any more: write_document]\n\n[Stopped by Owner.]"])
        #expect(try await office.broken() == [])
    }

    @Test func `an employee who is stopped lays down what goes on and what waits, and nobody else does`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let thread = try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.say("Hello", to: office.engineer)
            let outcome = try await office.store.write {
                try WorkStop.ask(forAllOf: office.writer, by: .user(office.owner.id), in: $0)
            }
            #expect(outcome == WorkStop.Outcome(stopping: 1, cancelled: 1))
            try await office.untilIdle()
        }
        let ends = try await office.all(WakeupRequest.self)
        #expect(ends.filter { $0.agentID == office.writer.id }.allSatisfy { $0.status == .cancelled })
        #expect(ends.filter { $0.agentID == office.engineer.id }.map(\.status) == [.completed])
        #expect(try await office.ticket(ticket.id).blockedReason == "Stopped by Owner.")
        _ = thread
        #expect(try await office.broken() == [])
    }

    @Test func `a thread that is stopped lets the employee's other work go on`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let ticket = try await office.file("Write", for: office.writer)
        let model = HangingModel(then: ScriptedModel([], otherwise: .call("ask_human", ["question": "Why?"])))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.say("And another thing", to: office.writer)
            let stopped = try await office.store.write { transaction in
                let thread = try Thread.require(thread, of: office.company.id, in: transaction)
                return try WorkStop.ask(forAllIn: thread, by: .user(office.owner.id), in: transaction)
            }
            #expect(stopped == WorkStop.Outcome(stopping: 1, cancelled: 1))
            try await office.untilIdle()
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled, .completed, .cancelled])
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.broken() == [])
    }

    @Test func `the turn of an employee who is gone is cut off, closed and charged`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.store.write { [office] transaction in
                _ = try transaction.execute("DELETE FROM employees WHERE id = \(office.writer.id)")
                try transaction.record(
                    EmployeeFired(
                        employeeID: office.writer.id, roleID: "r", level: .ic, name: "Noor", title: "Writer",
                        firedAt: transaction.now), company: office.company.id, by: .user(office.owner.id.rawValue))
            }
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
        }
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .cancelled)
        #expect(run.costUsd > .zero)
        #expect(model.ended == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `whoever waits for a full provider is taken back, and the one who is at it goes on`() async throws {
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE providers SET config_json = '{\"concurrency_cap\": 1}'")
        }
        try await office.say("Hello", to: office.writer)
        try await office.say("Hello", to: office.engineer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            let isWriter = model.requests[0].system.contains("You are Noor")
            let waiting = isWriter ? office.engineer : office.writer
            _ = try await office.store.write {
                try WorkStop.ask(forAllOf: waiting, by: .user(office.owner.id), in: $0)
            }
            try await office.until { try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'cancelled'") }
            #expect(model.ended == 0)
        }
        #expect(try await office.all(Run.self).count == 1)
        #expect(try await office.broken() == [])
    }
}

extension RunEnding {
    /// Whether it has no words of the employee's.
    fileprivate var isMute: Bool {
        switch self {
        case .putOff, .overBudget, .interrupted: true
        case .answered, .failed, .cancelled: false
        }
    }
}
