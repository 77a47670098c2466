import Domain
import Engine
import Store
import TestSupport
import Testing

/// How much is asked of the database to say how a company's budgets stand.
@Suite(.timeLimit(.minutes(10)))
struct BudgetListTests {
    private func begin(for employee: Employee, in office: Office) async throws {
        try await office.say("Hello", to: employee)
        try await office.store.write { transaction in
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: 1), in: transaction) { _ in .begin(nil) }
            var run = try Run.begin(
                try #require(claimed.first), provider: "openai", model: "m", practice: false, in: transaction)
            run.costUsd = Money(nanoDollars: 2_000_000_000)
            try transaction.execute("UPDATE runs SET cost_usd = \(run.costUsd) WHERE id = \(run.id)")
        }
    }

    private func statements(
        in office: Office, _ read: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> Int {
        try await office.store.read { transaction in
            let counting = CountingTransaction(transaction)
            try read(counting)
            return counting.count
        }
    }

    @Test func `many budgets are read with as many statements as few, however many runs go on`() async throws {
        let office = try await Office.ofDollars()
        let company = office.company.id
        try await office.budget("10")
        try await office.budget("5", for: office.writer)
        try await begin(for: office.writer, in: office)
        let few = try await statements(in: office) { _ = try BudgetSummary.all(of: company, in: $0) }
        for employee in [office.chief, office.manager, office.engineer] {
            try await office.budget("5", for: employee)
            if employee != office.chief { try await begin(for: employee, in: office) }
        }
        #expect(try await statements(in: office) { _ = try BudgetSummary.all(of: company, in: $0) } == few)
        let stands = try await office.store.read { try BudgetSummary.all(of: company, in: $0) }
        #expect(try stands.map(\.spent) == ["6", "2", "0", "2", "2"].map { try Money($0) })
    }

    @Test func `so are the budgets of an inbox`() async throws {
        let office = try await Office()
        let inbox = Inbox(of: office.company.id, for: office.owner.id)
        func hold(_ employee: Employee) async throws {
            let policy = try await office.budget("5", for: employee)
            let hold = WorkHold.Draft(
                .budget, ref: policy.id.rawValue, on: office.company.id, employee: employee.id)
            _ = try await office.store.write { try WorkHold.place(hold, by: .orchestrator, in: $0) }
        }
        try await hold(office.writer)
        let few = try await statements(in: office) { _ = try inbox.items(.budget, limit: 10, in: $0) }
        for employee in [office.chief, office.manager, office.engineer] { try await hold(employee) }
        #expect(try await statements(in: office) { _ = try inbox.items(.budget, limit: 10, in: $0) } == few)
        let items = try await office.store.read { try inbox.items(.budget, limit: 10, in: $0) }
        #expect(items.count == 4)
        #expect(items.contains { $0.title == "The budget of Noor Haddad is used up" })
    }
}
