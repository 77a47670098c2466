import Domain
import Store
import TestSupport
import Testing

@testable import Engine

/// What reading a turn's context asks of the database.
struct ContextCostTests {
    let office: Office

    init() async throws { office = try await Office() }

    /// How many statements reading the context of the employee's waiting work takes.
    private func statements(for employee: Employee) async throws -> Int {
        try await office.store.read { transaction in
            let work = try transaction.select(
                WakeupRequest.self, "WHERE agent_id = \(employee.id) AND status = 'pending' ORDER BY created_at DESC LIMIT 1")
            let counting = CountingTransaction(transaction)
            _ = try TurnContext(#require(work.first), in: counting)
            return counting.count
        }
    }

    @Test func `a message is answered with no more than eleven statements`() async throws {
        try await office.say("Good morning", to: office.writer)
        #expect(try await statements(for: office.writer) <= 11)
    }

    @Test func `a question costs one look for files besides, and one for what else may help`() async throws {
        try await office.say("What about the quarterly pricing?", to: office.writer)
        #expect(try await statements(for: office.writer) <= 13)
    }

    @Test func `what is remembered costs two more, where there is something`() async throws {
        try await office.say("Good morning", to: office.writer)
        let before = try await statements(for: office.writer)
        try await office.store.write { [office] transaction in
            let thread = try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            _ = try ThreadDigest.write("They plan.", of: thread, by: .user("o"), in: transaction)
        }
        #expect(try await statements(for: office.writer) == before + 3)
    }

    @Test func `a long history makes it no dearer than one look more, where no summary covers it`() async throws {
        _ = try await office.file("Write it", for: office.writer)
        let before = try await statements(for: office.writer)
        try await office.store.write { [office] transaction in
            let ticket = try #require(try transaction.select(Ticket.self, "LIMIT 1").first)
            for number in 0..<100 {
                try ticket.comment("Comment \(number)", by: .employee(office.writer.id), in: transaction)
            }
        }
        #expect(try await statements(for: office.writer) <= before + 1)
        #expect(before <= 19)
    }
}
