import Domain
import Engine
import Store
import TestSupport
import Testing

/// A ticket that a person blocks by hand.
@Suite(.timeLimit(.minutes(10)))
struct HandBlockTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    private func change(
        _ ticket: Ticket, _ verb: @escaping @Sendable (Ticket, any Transaction) throws -> Void
    ) async throws -> Ticket {
        try await office.store.write { transaction in
            try verb(try Ticket.require(ticket.id, of: ticket.companyID, in: transaction), transaction)
        }
        return try await office.ticket(ticket.id)
    }

    @Test func `its turn ends at its step, begins for nobody, and goes on where it stood`() async throws {
        let owner = office.owner.id
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let script = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]), .hang,
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        try await office.steer(script) { office in
            await office.wait { script.requests.count == 2 }
            let blocked = try await change(ticket) { try $0.blockByHand("No paper.", by: .user(owner), in: $1) }
            #expect(blocked.status == .blocked)
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            let waiting = try await office.all(WakeupRequest.self)
            #expect(waiting.map(\.status) == [.pending])
            #expect(waiting.map(\.attemptCount) == [0])
            // Nothing but a person lets it go on.
            let still = try await change(ticket) { ticket, transaction in
                try ticket.unblock(cause: .dependencyCleared, by: .orchestrator, chain: .root, in: transaction)
            }
            #expect(still.status == .blocked)
            #expect(still.blockedReason == "Blocked by hand by Owner: No paper.")
            for _ in 0..<200 { await Task.yield() }
            #expect(script.requests.count == 2)
            _ = try await change(ticket) { try $0.release(by: .user(owner.rawValue), in: $1) }
            try await office.untilIdle()
        }
        let done = try await office.ticket(ticket.id)
        #expect(done.status == .done)
        #expect(done.blockedBy == nil)
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.cancelled, .success, .success])
        #expect(runs[0].error == "Blocked by hand by Owner: No paper.")
        #expect(try await office.broken() == [])
    }

    @Test func `whoever it is given to meanwhile begins when it is let go on`() async throws {
        let owner = office.owner.id
        let ticket = try await office.file("Write", for: office.writer)
        _ = try await change(ticket) { try $0.blockByHand("No paper.", by: .user(owner), in: $1) }
        let engineer = office.engineer.id
        let given = try await change(ticket) { try $0.assign(to: engineer, by: .user(owner), in: $1) }
        #expect(given.status == .blocked)
        #expect(given.assigneeID == engineer)
        #expect(try await office.all(WakeupRequest.self).allSatisfy { $0.status == .cancelled })
        _ = try await change(ticket) { try $0.release(by: .user(owner.rawValue), in: $1) }
        #expect(try await office.all(WakeupRequest.self).filter { $0.status == .pending }.map(\.agentID) == [engineer])
    }

    @Test func `an answer that came meanwhile is told also where other work waits for the ticket`() async throws {
        let owner = office.owner.id
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            try Employee.pause(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let question: JSONValue = ["recipient_id": .string(office.engineer.id.rawValue), "message": "Is it ready?"]
        let script = ScriptedModel([.call("send_message", question), .hang, .say("On Monday."), .hang])
        try await office.steer(script) { office in
            await office.wait { script.requests.count == 2 }
            _ = try await change(ticket) { try $0.blockByHand("No paper.", by: .user(owner), in: $1) }
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            try await office.store.write {
                try Employee.resume(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
            }
            try await office.until { try $0.exists("SELECT 1 FROM enquiries WHERE status = 'answered'") }
            _ = try await change(ticket) { try $0.release(by: .user(owner.rawValue), in: $1) }
            await office.wait { script.requests.count == 4 }
        }
        #expect(script.requests[3].words.contains("Jun Ito:\n```quoted\nOn Monday.\n```"))
    }

    @Test func `what waited for the ticket goes on once, and not twice`() async throws {
        let owner = office.owner.id
        let ticket = try await office.file("Write", for: office.writer)
        _ = try await change(ticket) { try $0.blockByHand("No paper.", by: .user(owner), in: $1) }
        _ = try await change(ticket) { try $0.release(by: .user(owner.rawValue), in: $1) }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending])
    }
}
