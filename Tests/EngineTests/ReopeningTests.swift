import Domain
import Engine
import Store
import TestSupport
import Testing

/// A ticket that was done is opened again.
struct ReopeningTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `it goes to whoever has it, once, and is no longer closed`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await close(ticket)
        #expect(try await pending() == [])
        try await reopen(ticket)
        let opened = try await office.ticket(ticket.id)
        #expect((opened.status, opened.closedAt) == (.open, nil))
        #expect(try await pending() == [office.writer.id])
        await #expect(throws: RuleViolation.self) { try await reopen(ticket) }
        #expect(try await pending() == [office.writer.id])
    }

    @Test func `it waits anew for what it depends on, as long as that is not done`() async throws {
        let first = try await office.file("Buy tea", for: office.engineer)
        let second = try await office.store.write { [office] in
            try Ticket.file(
                .init(title: "Brew it", assignee: office.writer.id, dependencies: [first.id]), in: office.company.id,
                by: .user(office.owner.id), $0)
        }
        #expect(second.status == .blocked)
        try await close(second)
        try await reopen(second)
        #expect(try await office.ticket(second.id).status == .blocked)
        #expect(try await office.ticket(second.id).blockedReason == "Waiting for #1")
        #expect(try await pending() == [office.engineer.id])
        try await close(first)
        #expect(try await office.ticket(second.id).status == .inProgress)
        #expect(try await pending() == [office.writer.id])
        #expect(try await office.broken() == [])
    }

    private func close(_ ticket: Ticket) async throws {
        try await office.store.write { [office] in try ticket.close(by: .user(office.owner.id.rawValue), in: $0) }
    }

    private func reopen(_ ticket: Ticket) async throws {
        let ticket = try await office.ticket(ticket.id)
        try await office.store.write { [office] in try ticket.reopen(by: .user(office.owner.id.rawValue), in: $0) }
    }

    /// Whose work waits.
    private func pending() async throws -> [Employee.ID] {
        try await office.all(WakeupRequest.self).filter { $0.status == .pending }.map(\.agentID)
    }
}
