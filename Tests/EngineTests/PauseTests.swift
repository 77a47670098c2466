import Domain
import Engine
import Store
import TestSupport
import Testing

/// A pause while a model speaks.
@Suite(.timeLimit(.minutes(10)))
struct PauseTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `a pause cuts a model call off, and the turn goes on where it stood`() async throws {
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let script = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]), .hang,
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        let owner = EventActor.user(office.owner.id.rawValue)
        try await office.steer(script) { office in
            await office.wait { script.requests.count == 2 }
            try await office.store.write { try Company.pause(office.company.id, by: owner, in: $0) }
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            let waiting = try await office.all(WakeupRequest.self)
            #expect(waiting.map(\.status) == [.pending])
            #expect(waiting.map(\.attemptCount) == [0])
            #expect(try await office.status(of: office.writer) == .offline)
            try await office.store.write { try Company.resume(office.company.id, by: owner, in: $0) }
            try await office.untilIdle()
        }
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.all(VaultFile.self).count == 1)
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.cancelled, .success, .success])
        #expect(runs[0].error == "The company was paused.")
        #expect(runs[0].promptTokens > 1000)  // the first step's, and what the second call had read
        #expect(try await office.broken() == [])
    }

    @Test func `an employee is paused alone, and the others speak on`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.say("Hello", to: office.engineer)
        let model = HangingModel(times: 2, then: ScriptedModel([]))
        let owner = EventActor.user(office.owner.id.rawValue)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 2 }
            try await office.store.write { try Employee.pause(office.writer.id, of: office.company.id, by: owner, in: $0) }
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE error = 'Noor Haddad was paused.'") }
            #expect(model.ended == 1)
            #expect(try await office.status(of: office.writer) == .offline)
            #expect(try await office.status(of: office.engineer) == .thinking)
            try await office.store.write { try Employee.resume(office.writer.id, of: office.company.id, by: owner, in: $0) }
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'success'") }
        }
        #expect(try await office.broken() == [])
    }

    @Test func `a meeting cuts nobody off`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.store.write { transaction in
                try WorkHold.place(.init(.meeting, ref: "m", on: office.company.id), by: .orchestrator, in: transaction)
            }
            for _ in 0..<200 { await Task.yield() }
            #expect(model.ended == 0)
        }
    }

    @Test func `a stop of a paused turn ends it for good`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        let owner = EventActor.user(office.owner.id.rawValue)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.store.write { transaction in
                try Company.pause(office.company.id, by: owner, in: transaction)
                let run = try #require(try transaction.select(Run.self, "WHERE status = \(RunStatus.running)").first)
                try WorkStop.ask(for: run, by: .user(office.owner.id), in: transaction)
            }
            try await office.untilIdle()
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled])
        #expect(try await office.broken() == [])
    }
}
