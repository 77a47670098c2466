import Domain
import Engine
import Store
import TestSupport
import Testing

/// What is counted of goals, tickets and files, whoever changes them.
struct GoalAndFileTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `a goal is as far as the share of its tickets that are done, rounded down, and goes back with them`() async throws
    {
        let goal = try await office.store.write { [office] transaction in
            let goal = try Goal.set(.init(title: "Sell tea"), for: office.company.id, by: .user(office.owner.id), in: transaction)
            for title in ["Buy", "Brew"] {
                _ = try Ticket.file(.init(title: title, goal: goal.id), in: office.company.id, by: .system, transaction)
            }
            return goal
        }
        var seen: [Int] = []
        let tickets = try await office.all(Ticket.self)
        for ticket in tickets {
            try await office.store.write { try ticket.close(by: .orchestrator, in: $0) }
            seen.append(try await progress(of: goal).pct)
        }
        #expect(seen == [33, 66, 100])
        #expect(try await progress(of: goal).status == .achieved)
        try await office.store.write { try tickets[0].reopen(by: .orchestrator, in: $0) }
        #expect(try await progress(of: goal).pct == 66)
        #expect(try await progress(of: goal).status == .active)
        #expect(try await office.ticket(tickets[0].id).closedAt == nil)
        #expect(try await office.ticket(tickets[1].id).closedAt == office.time.now())
    }

    @Test func `a file may belong to many tickets and a ticket have many files, each once`() async throws {
        let (tea, milk) = (try await office.file("Tea", for: office.writer), try await office.file("Milk", for: office.engineer))
        let author = Author.user(office.owner.id)
        try await office.store.write { [office] transaction in
            for name in ["a.md", "b.md"] {
                let stored = try office.store.vault.keep(Array(name.utf8), for: office.company.id)
                _ = try VaultFile.enter(
                    stored, name: name, mimeType: "text/markdown", text: nil, ticket: nil, company: office.company.id, by: author,
                    in: transaction)
            }
            let files = try transaction.select(VaultFile.self, "ORDER BY original_name").map(\.id)
            for file in files + files { try tea.attach(file, by: author, in: transaction) }
            try milk.attach(files[1], by: author, in: transaction)
        }
        let names = try await office.store.read { transaction in
            try [tea, milk].map { try $0.files(in: transaction).map(\.originalName) }
        }
        #expect(names == [["a.md", "b.md"], ["b.md"]])
        #expect(try await office.eventTypes().count { $0 == "ticket.attachmentAdded" } == 3)
    }

    @Test func `what other companies keep hides nothing that a company has on a subject`() async throws {
        let owner = office.owner.id
        try await office.store.write { [office] transaction in
            func keep(_ name: String, in company: Company.ID) throws {
                let stored = try office.store.vault.keep(Array(name.utf8), for: company)
                _ = try VaultFile.enter(
                    stored, name: name, mimeType: "text/markdown", text: "How toasters are mended", company: company,
                    by: .user(owner), in: transaction)
            }
            try keep("ours.md", in: office.company.id)
            let other = try Company.found(.init(name: "Borealis"), systemRoles: [], by: owner, in: transaction)
            for number in 0..<30 { try keep("theirs-\(number).md", in: other.id) }
        }
        let found = try await office.store.read { [office] in
            try VaultFile.related(to: ["toasters", "mended"], in: office.company.id, excluding: [], limit: 5, $0)
        }
        #expect(found.map(\.name) == ["ours.md"])
    }

    private func progress(of goal: Goal) async throws -> (pct: Int, status: GoalStatus) {
        try await office.store.read {
            let goal = try $0.find(Goal.self, goal.id)
            return (goal?.progressPct ?? -1, goal?.status ?? .abandoned)
        }
    }
}
