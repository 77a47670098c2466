import Domain
import Engine
import Store
import TestSupport
import Testing

/// Who gets what was theirs when somebody is let go.
@Suite(.timeLimit(.minutes(10)))
struct HandoverTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `reports come under the manager, whoever takes over the work`() async throws {
        try await office.dismiss(office.manager, to: office.writer)
        #expect(try await office.chart() == ["Noor": "Ada", "Jun": "Ada"])
    }

    @Test func `the head of a company goes only when somebody is named, and the chart stays a tree`() async throws {
        let before = try await office.eventTypes()
        await #expect {
            try await office.dismiss(office.chief)
        } throws: { error in
            guard case .invalid("successor_id", _, _)? = error as? RuleViolation else { return false }
            return true
        }
        #expect(try await office.eventTypes() == before)
        // Somebody from the very bottom: they come to the top, and nobody is led by whom they lead.
        try await office.dismiss(office.chief, to: office.writer)
        #expect(try await office.chart() == ["Grace": "Noor", "Jun": "Grace"])
        let chief = try await office.store.read { [office] in try OrgEdge.chief(of: office.company.id, in: $0)?.id }
        #expect(chief == office.writer.id)
    }

    @Test func `asked again nothing changes, and another successor is not taken`() async throws {
        let first = try await office.dismiss(office.writer, to: office.engineer)
        let before = try await office.eventTypes()
        office.time.advance(by: .seconds(60))
        #expect(try await office.dismiss(office.writer) == first)
        #expect(try await office.dismiss(office.writer, to: office.engineer) == first)
        await #expect(throws: RuleViolation.self) { try await office.dismiss(office.writer, to: office.manager) }
        #expect(try await office.eventTypes() == before)
    }

    @Test func `a successor works here, in this company, and is somebody else`() async throws {
        let stranger = try await office.store.write { [office] transaction in
            let other = try Company.found(.init(name: "Other"), systemRoles: [], by: office.owner.id, in: transaction)
            let draft = Employee.Draft(rolePackID: "", roleID: "", roleMdSha: "", level: .ic, name: "Mo", title: "Cook")
            return try Employee.hire(draft, into: other.id, by: .user(office.owner.id.rawValue), in: transaction)
        }
        try await office.dismiss(office.engineer)
        let before = try await office.eventTypes()
        for successor in [stranger, office.writer, office.engineer] {
            await #expect(throws: RuleViolation.self) { try await office.dismiss(office.writer, to: successor) }
        }
        #expect(try await office.eventTypes() == before)
        await #expect(throws: RuleViolation.notFound("employee")) { try await office.dismiss(stranger) }
    }

    @Test func `when the successor goes too, theirs is who took over`() async throws {
        try await office.dismiss(office.writer, to: office.engineer)
        let ticket = try await office.file("Write", for: office.engineer)
        try await office.dismiss(office.engineer)
        let departed = RuleViolation.departed(
            .init(name: "Noor Haddad", successor: office.manager.id, successorName: "Grace Lind"))
        await #expect(throws: departed) { try await office.say("Hello", to: office.writer) }
        #expect(try await office.ticket(ticket.id).assigneeID == office.manager.id)
    }

    @Test func `the last one leaves tickets that are nobody's, and whoever is hired next gets the goals`() async throws {
        try await office.store.write { [office] in
            _ = try Goal.set(.init(title: "Grow"), for: office.company.id, by: .user(office.owner.id), in: $0)
        }
        let ticket = try await office.file("Write", for: office.writer)
        for person in [office.writer, office.engineer, office.manager, office.chief] { try await office.dismiss(person) }
        #expect(try await office.all(Ticket.self).map(\.assigneeID) == [nil, nil])
        #expect(try await office.all(Ticket.self).map(\.status) == [.open, .open])
        #expect(try await office.broken() == [])
        let hired = try await office.store.write { [office] in
            let draft = Employee.Draft(rolePackID: "", roleID: "", roleMdSha: "", level: .officer, name: "Mo", title: "Head")
            return try Employee.hire(draft, into: office.company.id, by: .user(office.owner.id.rawValue), in: $0)
        }
        #expect(try await office.all(Ticket.self).map(\.assigneeID) == [hired.id, nil])
        #expect(try await office.ticket(ticket.id).assigneeID == nil)
    }

    @Test func `what was handed in stays in review, and its ticket is the successor's`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await handIn(ticket, by: office.writer)
        try await office.dismiss(office.writer)
        #expect(try await office.ticket(ticket.id).assigneeID == office.manager.id)
        let waiting = try await office.all(WakeupRequest.self).filter { $0.status == .pending }
        #expect(waiting.map(\.cause) == [.reviewRequest])
        try await office.workUntilIdle(
            with: ScriptedModel([.call("review_ticket", ["outcome": "approved", "comment": "Good."])]))
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.broken() == [])
    }

    @Test func `what was handed in to them is judged by somebody else than its author`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await handIn(ticket, by: office.writer)
        try await office.dismiss(office.manager, to: office.writer)
        let review = try #require(try await office.all(TicketReview.self).first)
        #expect(review.reviewerID == office.chief.id)
        try await office.workUntilIdle(
            with: ScriptedModel([.call("review_ticket", ["outcome": "approved", "comment": "Good."])]))
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.broken() == [])
    }

    @Test func `what somebody asked for who has left is handed in to whoever took over`() async throws {
        let ticket = try await office.file("Write", for: office.engineer, by: .employee(office.writer.id))
        try await office.dismiss(office.writer, to: office.chief)
        try await handIn(ticket, by: office.engineer)
        #expect(try await office.all(TicketReview.self).map(\.reviewerID) == [office.chief.id])
    }

    @Test func `an answer to a question on a ticket goes to the successor, and other questions are withdrawn`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let (first, second) = try await office.store.write { [office] transaction in
            (
                try Question.ask(
                    "Red or blue?", by: office.writer.id, on: ticket, thread: nil, run: nil, company: office.company.id,
                    in: transaction),
                try Question.ask(
                    "May I go?", by: office.writer.id, on: nil, thread: nil, run: nil, company: office.company.id, in: transaction
                )
            )
        }
        try await office.dismiss(office.writer)
        #expect(try await office.all(Question.self).map(\.status) == [.open, .cancelled])
        #expect(try await office.all(Question.self).map(\.id) == [first.id, second.id])
        #expect(try await office.ticket(ticket.id).status == .blocked)
        try await office.store.write { [office] in
            _ = try Question.answer(first.id, of: office.company.id, with: "Red", by: office.owner.id, in: $0)
        }
        let waiting = try await office.all(WakeupRequest.self).filter { $0.status == .pending }
        #expect(waiting.map(\.agentID) == [office.manager.id])
        #expect(waiting.map(\.cause) == [.questionAnswered])
        #expect(try await office.broken() == [])
    }

    @Test func `a ticket that somebody else blocks is tried by the successor, and one that waits for another waits on`()
        async throws
    {
        let first = try await office.file("First", for: office.writer)
        let second = try await office.store.write { [office] transaction in
            try first.block("The key was refused.", by: .orchestrator, in: transaction)
            return try Ticket.file(
                .init(title: "Second", assignee: office.writer.id, dependencies: [first.id]), in: office.company.id,
                by: .user(office.owner.id), transaction)
        }
        try await office.dismiss(office.writer)
        #expect(try await office.ticket(first.id).status == .inProgress)
        #expect(try await office.ticket(second.id).status == .blocked)
        let waiting = try await office.all(WakeupRequest.self).filter { $0.status == .pending }
        #expect(waiting.map(\.ticketID) == [first.id])
    }

    @Test func `all of their routines change hands, however many there are, and nobody else's`() async throws {
        let others = try await office.plan(RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00"), for: office.manager)
        let sample = try await office.plan(RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00"), for: office.writer)
        try await office.store.write { transaction in
            for _ in 0..<600 {
                var routine = sample
                routine.id = transaction.makeID()
                routine.slug = routine.id.rawValue
                try transaction.insert(routine)
            }
        }
        try await office.dismiss(office.writer, to: office.engineer)
        let assignees = try await office.all(Routine.self).map { ($0.id == others.id, $0.workConfig.value?.assigneeID) }
        #expect(assignees.count == 602)
        #expect(assignees.allSatisfy { isOthers, id in id == (isOthers ? office.manager.id : office.engineer.id) })
        #expect(try await office.events(.routineUpdated).count == 601)
    }

    @Test func `projects that are not over change hands, and so do tickets that are opened again`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] transaction in
            for title in ["Spring", "Autumn"] {
                _ = try Project.plan(
                    .init(title: title, lead: office.writer.id), for: office.company.id, by: .user(office.owner.id),
                    in: transaction)
            }
            try transaction.execute("UPDATE projects SET status = 'completed' WHERE title = 'Autumn'")
            try ticket.close(by: .orchestrator, in: transaction)
        }
        try await office.dismiss(office.writer)
        #expect(try await office.all(Project.self).map(\.leadID) == [office.manager.id, office.writer.id])
        #expect(try await office.ticket(ticket.id).assigneeID == office.writer.id)
        try await office.store.write { [office] transaction in
            try Ticket.require(ticket.id, of: office.company.id, in: transaction).reopen(by: .orchestrator, in: transaction)
        }
        #expect(try await office.ticket(ticket.id).assigneeID == office.manager.id)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: 1...20)
    func `whoever goes in whatever order, the chart is a tree of those who are here, and no ticket is left behind`(
        seed: UInt64
    ) async throws {
        var random = SeededRandom(seed: seed)
        var people = [office.chief, office.manager, office.writer, office.engineer]
        for number in 0..<8 {
            if let owner = people.randomElement(using: &random) { _ = try await office.file("Ticket \(number)", for: owner) }
        }
        while people.count > 1 {
            let leaver = people.remove(at: Int.random(in: 0..<people.count, using: &random))
            let named = Bool.random(using: &random) ? people.randomElement(using: &random) : nil
            do {
                try await office.dismiss(leaver, to: named)
            } catch RuleViolation.invalid {
                try await office.dismiss(leaver, to: people.randomElement(using: &random))
            }
            let here = Set(people.map(\.id))
            let edges = try await office.store.read { [office] in try OrgEdge.list(of: office.company.id, in: $0) }
            #expect(edges.allSatisfy { here.contains($0.managerID) && here.contains($0.reportID) })
            #expect(Set(edges.map(\.reportID)).count == edges.count)
            for person in people { #expect(Self.height(of: person.id, edges, limit: people.count) < people.count) }
            #expect(try await office.all(Ticket.self).allSatisfy { $0.assigneeID.map(here.contains) == true })
            #expect(try await office.broken() == [])
        }
    }

    /// How many are above somebody, up to a limit.
    private static func height(of employee: Employee.ID, _ edges: [OrgEdge], limit: Int) -> Int {
        var (current, height) = (employee, 0)
        while height < limit, let above = edges.first(where: { $0.reportID == current })?.managerID {
            (current, height) = (above, height + 1)
        }
        return height
    }

    private func handIn(_ ticket: Ticket, by employee: Employee) async throws {
        try await office.store.write { [office] transaction in
            for work in try transaction.select(WakeupRequest.self, "WHERE status = 'pending'") {
                _ = try WakeupRequest.cancel(work.id, of: office.company.id, by: .user(office.owner.id), in: transaction)
            }
            let ticket = try Ticket.require(ticket.id, of: office.company.id, in: transaction)
            try ticket.unblock(cause: .manual, by: .orchestrator, chain: .root, in: transaction)
            for work in try transaction.select(WakeupRequest.self, "WHERE status = 'pending'") {
                _ = try transaction.execute("DELETE FROM agent_wakeup_requests WHERE id = \(work.id)")
            }
            _ = try Ticket.require(ticket.id, of: office.company.id, in: transaction).submit(
                result: "Written.", files: [], by: employee.id, chain: .root, in: transaction)
        }
    }
}
