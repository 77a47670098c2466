import Domain
import Engine
import Store
import TestSupport
import Testing

/// In which order work begins, and what keeps it from beginning although there is room.
@Suite(.timeLimit(.minutes(10)))
struct DispatchOrderTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `with one slot, what came first begins first`() async throws {
        let order = [office.engineer, office.chief, office.writer, office.manager]
        for employee in order {
            try await office.say("Hello", to: employee)
            office.time.advance(by: .milliseconds(1))
        }
        try await office.workUntilIdle(with: ScriptedModel([]), limits: WorkLimits(slots: 1))
        #expect(try await office.all(Run.self).map(\.employeeID) == order.map(\.id))
    }

    @Test func `two who are named in a thread answer one after the other, although there are free slots`() async throws {
        try await office.store.write { [office] transaction in
            let group = try Thread.group(
                "Ideas", of: office.company.id, employees: [office.writer.id, office.engineer.id], by: office.owner.id,
                clientKey: nil, in: transaction)
            try Message.post(
                "@Noor Haddad and @Jun Ito, what do you think?", to: group, by: .user(office.owner.id), in: transaction)
        }
        let model = TogetherModel(1, of: 2)
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 4))
        #expect(model.most == 1)
        #expect(try await office.all(Run.self).map(\.status) == [.success, .success])
    }

    @Test func `a cap that is raised while it runs frees the work that waits for it`() async throws {
        let slow = Provider.Draft(
            id: .init("slow"), name: "Slow", kind: .openaiCompatible, baseURL: "http://127.0.0.1:9/v1", defaultModel: "m",
            concurrencyCap: 1)
        try await office.store.write { [office] transaction in
            _ = try Provider.put(slow, by: .orchestrator, in: transaction)
            for employee in [office.writer, office.engineer] {
                try transaction.execute("UPDATE employees SET provider_pref = 'slow' WHERE id = \(employee.id)")
            }
        }
        for employee in [office.writer, office.engineer] { try await office.say("Hello", to: employee) }
        try await office.steer(ScriptedModel([], otherwise: .hang)) { office in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            #expect(try await office.all(Run.self).count == 1)
            try await office.store.write {
                var wider = slow
                wider.concurrencyCap = 2
                _ = try Provider.put(wider, by: .orchestrator, in: $0)
            }
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1 OFFSET 1") }
        }
        #expect(try await office.broken() == [])
    }

    @Test func `with fewer slots nothing more begins until as many have ended`() async throws {
        for employee in [office.writer, office.engineer] { try await office.say("Hello", to: employee) }
        try await office.steer(ScriptedModel([], otherwise: .hang), limits: WorkLimits(slots: 2)) { office in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1 OFFSET 1") }
            try await office.store.write { try Setting.change(.slots, to: 1, by: .orchestrator, in: $0) }
            try await office.say("Hello", to: office.chief)
            try await office.stopRun()
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'cancelled'") }
            try await office.stopRun()
            try await office.until { [chief = office.chief.id] in
                try $0.exists("SELECT 1 FROM runs WHERE employee_id = \(chief) AND status = 'running'")
            }
        }
        let order = try await office.eventTypes().filter { $0 == "work.started" || $0 == "work.cancelled" }
        #expect(order == ["work.started", "work.started", "work.cancelled", "work.cancelled", "work.started"])
    }

    @Test func `to resume what is not paused changes nothing`() async throws {
        try await office.store.write { [office] in
            try Company.resume(office.company.id, by: .user(office.owner.id.rawValue), in: $0)
            try Employee.resume(office.writer.id, of: office.company.id, by: .user(office.owner.id.rawValue), in: $0)
        }
        #expect(try await office.status() == .running)
        #expect(try await office.eventTypes().filter { $0 == "company.resumed" || $0 == "employee.updated" } == [])
    }

    @Test(arguments: [
        (RunEnding.answered("Done."), CheckoutStatus.completed, "answered"),
        (.failed(.noProgress, message: "x", partial: "", retryAt: nil), .released, "no_progress"),
        (.failed(.model(.server), message: "x", partial: "", retryAt: Timestamp(milliseconds: 1)), .released, "server"),
        (.putOff("The company was paused."), .released, "put_off"), (.cancelled("Stopped."), .released, "cancelled"),
        (.interrupted, .expired, "interrupted"),
    ])
    func `a ticket that was taken is let go with its run, and says how`(
        ending: RunEnding, status: CheckoutStatus, reason: String
    ) async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let work = try #require(try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction).first)
            let run = try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction)
            let taken = try transaction.select(TicketCheckout.self, "WHERE ticket_id = \(ticket.id)")
            #expect(taken.map(\.status) == [.active])
            #expect(try Run.finish(run, of: work, as: ending, totals: RunTotals(), message: nil, in: transaction))
        }
        let checkout = try #require(try await office.all(TicketCheckout.self).first)
        #expect(checkout.status == status)
        #expect(checkout.releaseReason == reason)
        #expect(checkout.releasedAt == office.time.now())
    }
}
