import Domain
import Store
import TestSupport
import Testing

/// Work that causes itself: what is refused, what is counted, what is let through.
@Suite(.timeLimit(.minutes(10)))
struct CauseLedgerTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `a thousand comments on one's own ticket cause no turn, and on a colleague's one`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let first = try await claim()
        try await office.store.write { transaction in
            for number in 0..<1000 {
                try ticket.comment("Still at it, \(number)", by: .employee(office.writer.id), in: transaction)
            }
        }
        #expect(try await pending().isEmpty)
        try await office.store.write { transaction in
            for number in 0..<1000 {
                try ticket.comment("And now, \(number)?", by: .employee(office.engineer.id), in: transaction)
            }
        }
        #expect(try await pending().count == 1)
        let skips = try await office.store.read { try WorkSkip.list(of: office.company.id, in: $0) }.filter {
            $0.cause == .comment
        }
        #expect(skips.map(\.reason) == [.deduplicated])
        #expect(skips.first?.count == 999)
        #expect(first.count == 1)
    }

    @Test func `a wake that comes back to an unchanged ticket is refused, and after a change it is let through`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let chain = try await queue(.comment, office.writer, ticket, after: .root)
        #expect(chain != nil)
        let back = try await queue(.comment, office.writer, ticket, after: chain ?? .root, key: "b")
        #expect(back == nil)
        let skip = try await office.store.read { try WorkSkip.list(of: office.company.id, in: $0).first }
        #expect(skip?.reason == .causalLoop)
        #expect(skip?.count == 1)
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE tickets SET title = 'Write more' WHERE id = \(ticket.id)")
        }
        #expect(try await queue(.comment, office.writer, ticket, after: chain ?? .root, key: "c") != nil)
    }

    @Test func `a cycle of three that changes the ticket each time ends all the same`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let people = [office.writer, office.engineer, office.manager]
        var chain = CauseChain.root
        var turns = 0
        while turns < 1000 {
            let next = people[turns % 3]
            try await office.store.write { transaction in
                _ = try transaction.execute("UPDATE tickets SET assignee_id = \(next.id) WHERE id = \(ticket.id)")
            }
            guard let on = try await queue(.assignment, next, ticket, after: chain, key: "\(turns)") else { break }
            chain = on
            turns += 1
        }
        #expect(turns == 3 * CauseChain.visitLimit)
        #expect(try await office.ticket(ticket.id).status == .blocked)
    }

    @Test func `a part that is filed or done, a file and a review change a ticket, a comment does not`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        var revisions: [Int] = [try await office.ticket(ticket.id).revision]
        let part = try await office.store.write { transaction in
            try Ticket.file(
                .init(title: "Part", assignee: office.engineer.id, parent: ticket.id), in: office.company.id,
                by: .employee(office.writer.id), transaction)
        }
        revisions.append(try await office.ticket(ticket.id).revision)
        try await office.store.write { try part.close(by: .orchestrator, in: $0) }
        revisions.append(try await office.ticket(ticket.id).revision)
        try await office.store.write { try ticket.comment("Well", by: .employee(office.engineer.id), in: $0) }
        let last = try await office.ticket(ticket.id).revision
        #expect(revisions == revisions.sorted() && Set(revisions).count == 3)
        #expect(last == revisions.last)
    }

    @Test func `work queued for who is held leaves a receipt with the reason`() async throws {
        let (company, actor) = (office.company.id, EventActor.user("o"))
        try await office.store.write { try Employee.pause(office.writer.id, of: company, by: actor, in: $0) }
        try await office.say("Hello", to: office.writer)
        try await office.store.write { try Company.pause(company, by: actor, in: $0) }
        try await office.say("Hello", to: office.engineer)
        let skips = try await office.store.read { try WorkSkip.list(of: company, in: $0) }
        #expect(Set(skips.map(\.reason)) == [.employeePaused, .companyPaused])
    }

    private func queue(
        _ cause: WakeupCause, _ employee: Employee, _ ticket: Ticket, after chain: CauseChain, key: String = "a"
    ) async throws -> CauseChain? {
        try await office.store.write { transaction in
            try WakeupRequest.enqueue(
                .init(
                    agent: employee.id, cause: cause, trigger: nil, thread: ticket.threadID, ticket: ticket.id,
                    dedupe: .once(key), chain: chain), of: office.company.id, in: transaction)?.chain
        }
    }

    private func claim() async throws -> [WakeupRequest] {
        try await office.store.write { try WakeupRequest.claim(10, lease: .init(epoch: 1), in: $0) }
    }

    private func pending() async throws -> [WakeupRequest] {
        try await office.all(WakeupRequest.self).filter { $0.status == .pending && $0.cause != .digest }
    }
}
