import Domain
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ClaimTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `the most urgent work comes first`() async throws {
        for (employee, priority) in [(office.writer, 10), (office.engineer, 90), (office.manager, 50)] {
            try await queue(employee, priority: priority)
        }
        #expect(try await claim(10) == [office.engineer.id, office.manager.id, office.writer.id])
    }

    @Test func `whoever has waited long enough comes before the more urgent`() async throws {
        try await queue(office.writer, priority: 40)
        office.time.advance(by: .seconds(49 * 60))
        try await queue(office.manager, priority: 90)
        office.time.advance(by: .seconds(2 * 60))
        try await queue(office.engineer, priority: 90)
        #expect(try await claim(10) == [office.manager.id, office.writer.id, office.engineer.id])
    }

    @Test func `an employee does one thing at a time`() async throws {
        for key in ["a", "b", "c"] { try await queue(office.writer, key: key) }
        #expect(try await claim(10) == [office.writer.id])
        #expect(try await claim(10) == [])
    }

    @Test func `in a thread one speaks at a time`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await queue(office.engineer, thread: thread)
        #expect(try await claim(10) == [office.writer.id])
        #expect(try await claim(10) == [])
    }

    @Test func `on a ticket one works at a time`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await queue(office.engineer, ticket: ticket.id, priority: 1)
        #expect(try await claim(10) == [office.writer.id])
        #expect(try await claim(10) == [])
    }

    @Test func `busy employees do not hide the work of others behind theirs`() async throws {
        for number in 0..<100 { try await queue(office.writer, key: "\(number)", priority: 100) }
        try await queue(office.engineer, priority: 1)
        #expect(try await claim(2) == [office.writer.id, office.engineer.id])
    }

    @Test func `companies take turns`() async throws {
        let other = try await office.store.write { transaction in
            let company = try Company.found(.init(name: "Borealis"), systemRoles: [], by: office.owner.id, in: transaction)
            for name in ["Ana", "Ben"] {
                let employee = try Employee.hire(
                    .init(rolePackID: "test", roleID: "worker", roleMdSha: "", level: .ic, name: name, title: "Worker"),
                    into: company.id, by: .user(office.owner.id.rawValue), in: transaction)
                try WakeupRequest.enqueue(
                    .init(
                        agent: employee.id, cause: .manual, trigger: nil, thread: nil, dedupe: .once("1"), chain: .root,
                        priority: 1),
                    of: company.id, in: transaction)
            }
            return company.id
        }
        for employee in [office.writer, office.engineer, office.manager] { try await queue(employee, priority: 100) }
        let companies = try await claimed(4).map(\.companyID)
        #expect(companies.filter { $0 == other }.count == 2)
        #expect(companies.filter { $0 == office.company.id }.count == 2)
        #expect(companies[0] != companies[1])
    }

    @Test func `nothing begins in a paused company, before its time, or twice`() async throws {
        try await queue(office.writer)
        try await office.store.write { transaction in
            try WakeupRequest.enqueue(
                .init(
                    agent: office.engineer.id, cause: .manual, trigger: nil, thread: nil, dedupe: .once("later"), chain: .root,
                    at: office.time.now() + .seconds(60)), of: office.company.id, in: transaction)
            try Company.pause(office.company.id, by: .user("o"), in: transaction)
        }
        #expect(try await claim(10) == [])
        try await office.store.write { try Company.resume(office.company.id, by: .user("o"), in: $0) }
        #expect(try await claim(10) == [office.writer.id])
        #expect(try await office.store.read { try WakeupRequest.nextDue(in: $0) } == office.time.now() + .seconds(60))
        office.time.advance(by: .seconds(60))
        #expect(try await claim(10) == [office.engineer.id])
        #expect(try await claim(10) == [])
    }

    @Test func `a claim counts up its fence, and what an older one would write is refused`() async throws {
        try await queue(office.writer)
        let first = try #require(try await claimed(1).first)
        try await office.store.write { transaction in
            try Run.finish(nil, of: first, as: .putOff("Paused."), totals: RunTotals(), message: nil, in: transaction)
        }
        let second = try #require(try await claimed(1).first)
        #expect(second.fence == first.fence + 1)
        let late = try await office.store.write { transaction in
            try Run.finish(nil, of: first, as: .answered("Late."), totals: RunTotals(), message: nil, in: transaction)
        }
        #expect(!late)
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.processing])
    }

    private func queue(
        _ employee: Employee, key: String = "1", thread: Thread.ID? = nil, ticket: Ticket.ID? = nil, priority: Int? = nil
    ) async throws {
        try await office.store.write { transaction in
            _ = try WakeupRequest.enqueue(
                .init(
                    agent: employee.id, cause: .manual, trigger: nil, thread: thread, ticket: ticket, dedupe: .once(key),
                    chain: .root, priority: priority), of: office.company.id, in: transaction)
        }
    }

    private func claimed(_ limit: Int) async throws -> [WakeupRequest] {
        try await office.store.write { try WakeupRequest.claim(limit, lease: .init(epoch: 1), in: $0) }
    }

    private func claim(_ limit: Int) async throws -> [Employee.ID] { try await claimed(limit).map(\.agentID) }
}
