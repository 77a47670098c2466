import Domain
import Engine
import Store
import TestSupport
import Testing

/// Letting somebody go while they work.
@Suite(.timeLimit(.minutes(10)))
struct DismissalTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `the turn of somebody who is let go ends with them, and nothing is written after it`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = HangingModel(then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.dismiss(office.writer)
            let after = try await office.eventTypes()
            #expect(try await office.all(Run.self).map(\.status) == [.cancelled])
            #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled])
            await office.wait { model.ended == 1 }
            // The call that was cut off has cost something, and that is all that is still written.
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE cost_usd <> '0'") }
            #expect(try await office.eventTypes() == after)
        }
        #expect(
            try await office.said(in: thread) == ["Hello", "Noor Haddad no longer works here; Grace Lind has taken over."])
        #expect(try await office.employee(office.writer).status == .fired)
        #expect(try await office.broken() == [])
    }

    @Test func `a ticket in the middle of its work goes to the manager, who is woken for it`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = HangingModel(then: ScriptedModel([], otherwise: .call("ask_human", ["question": "Which toaster?"])))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.until { try $0.exists("SELECT 1 FROM ticket_checkouts WHERE status = 'active'") }
            try await office.dismiss(office.writer)
            #expect(try await office.ticket(ticket.id).assigneeID == office.manager.id)
            try await office.untilIdle()
        }
        let work = try await office.all(WakeupRequest.self)
        #expect(work.map(\.agentID) == [office.writer.id, office.manager.id])
        #expect(work.map(\.cause) == [.assignment, .assignment])
        #expect(work.map(\.status) == [.cancelled, .completed])
        let first = try #require(try await office.all(TicketCheckout.self).first)
        #expect(first.status == .released)
        #expect(first.employeeID == office.writer.id)
        #expect(try await office.ticket(ticket.id).blockedReason == "Waiting for an answer: Which toaster?")
        #expect(try await office.broken() == [])
    }

    @Test func `what waits for them is taken back with a word to whoever waits, and nothing is queued any more`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.dismiss(office.writer, to: office.engineer)
        let sentence = "Noor Haddad no longer works here; Jun Ito has taken over."
        #expect(try await office.said(in: thread) == ["Hello", sentence])
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled])
        let queued = try await office.store.write { [office] in
            try WakeupRequest.enqueue(
                WakeupRequest.Draft(
                    agent: office.writer.id, cause: .message, trigger: nil, thread: thread, dedupe: .once("x"), chain: .root),
                of: office.company.id, in: $0)
        }
        #expect(queued == nil)
        #expect(try await office.all(WorkSkip.self).map(\.reason) == [.departed])
    }

    @Test func `whoever turns to them is told who took over`() async throws {
        let dm = try await office.say("Hello", to: office.writer)
        try await office.dismiss(office.writer, to: office.engineer)
        let departed = RuleViolation.departed(
            .init(name: "Noor Haddad", successor: office.engineer.id, successorName: "Jun Ito"))
        let (id, company, owner) = (office.writer.id, office.company.id, office.owner.id)
        let actor = EventActor.user(owner.rawValue)
        let attempts: [@Sendable (any Transaction) throws -> Void] = [
            { _ = try Thread.direct(id, with: .user(owner), of: company, in: $0) },
            { try Message.post("Hello?", to: Thread.require(dm, of: company, in: $0), by: .user(owner), in: $0) },
            { _ = try Thread.group("All", of: company, employees: [id], by: owner, clientKey: nil, in: $0) },
            { _ = try WakeupRequest.wake(id, of: company, ticket: nil, by: .user(owner), clientKey: nil, in: $0) },
            { _ = try Ticket.file(.init(title: "Write", assignee: id), in: company, by: .user(owner), $0) },
            { _ = try Project.plan(.init(title: "Write", lead: id), for: company, by: .user(owner), in: $0) },
            { [office] in try OrgEdge.put(office.engineer.id, under: id, of: company, by: actor, in: $0) },
            { try Employee.pause(id, of: company, by: actor, in: $0) },
            { try Employee.resume(id, of: company, by: actor, in: $0) },
            { [office] in
                let call = Meeting.Call(chair: office.chief.id, attendees: [id], agenda: "Tea")
                _ = try Meeting.call(call, of: company, by: .user(owner), in: $0)
            },
            {
                let draft = Employee.Draft(
                    rolePackID: "", roleID: "", roleMdSha: "", level: .ic, name: "New", title: "New", manager: id)
                _ = try Employee.hire(draft, into: company, by: actor, in: $0)
            },
        ]
        let before = try await office.eventTypes()
        for attempt in attempts {
            await #expect(throws: departed) { try await office.store.write { try attempt($0) } }
        }
        #expect(try await office.eventTypes() == before)
    }

    @Test func `their name wakes nobody, and who says it in a group is heard by the others`() async throws {
        let group = try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: [office.writer.id, office.engineer.id], by: office.owner.id,
                clientKey: nil, in: $0)
        }
        try await office.dismiss(office.writer)
        try await office.store.write { [office] in
            try Message.post("@Noor, are you there?", to: group, by: .user(office.owner.id), in: $0)
        }
        #expect(try await office.all(WakeupRequest.self).map(\.agentID) == [office.engineer.id])
    }

    @Test func `a group in which nobody would be left gets the successor`() async throws {
        let group = try await office.store.write { [office] in
            try Thread.group(
                "Texts", of: office.company.id, employees: [office.writer.id], by: office.owner.id, clientKey: nil, in: $0)
        }
        try await office.dismiss(office.writer, to: office.engineer)
        try await office.store.write { [office] in
            try Message.post("Is the text ready?", to: group, by: .user(office.owner.id), in: $0)
        }
        #expect(try await office.all(WakeupRequest.self).map(\.agentID) == [office.engineer.id])
        let members = try await office.store.read { try group.members(in: $0).map(\.memberID) }
        #expect(members.contains(office.writer.id.rawValue), "who was there is still seen")
    }

    @Test func `why nothing happens is said of them and of their conversations`() async throws {
        let dm = try await office.say("Hello", to: office.writer)
        try await office.dismiss(office.writer, to: office.engineer)
        let found = try await office.store.read { [office] transaction in
            let thread = try Thread.require(dm, of: office.company.id, in: transaction)
            let writer = try Employee.require(office.writer.id, of: office.company.id, in: transaction)
            let terms = DispatchTerms(providers: OneModel(ScriptedModel([])), slots: 6)
            return try [
                Explanation.of(writer, on: terms, in: transaction),
                Explanation.of(thread, on: terms, in: transaction),
            ]
        }
        for explanation in found {
            #expect(explanation.finding.message == "Noor Haddad no longer works here; Jun Ito has taken over.")
            #expect(explanation.finding.action?.command == "teamx chat \(office.engineer.id) MESSAGE")
        }
    }
}
