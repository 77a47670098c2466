import Domain
import FoundationEssentials
import TestSupport
import Testing

@testable import Store

/// Many who reserve at the same time, each by a connection of their own.
@Suite(.timeLimit(.minutes(10)))
struct ReservationRaceTests {
    private static let call = Money(nanoDollars: 7_300_000)
    private static let cap = Money(nanoDollars: 100 * 7_300_000 + 1)

    @Test func `twenty-four who reserve from one budget at once never pass it`() async throws {
        try await withStoreOnDisk { store, folder in
            let company = try await store.found()
            let runs = try await store.runs(24, in: company)
            let policies = try await store.write { transaction in
                [
                    try BudgetPolicy.set(.init(hardCapUsd: Self.cap), for: company.id, by: .user("o"), in: transaction),
                    try BudgetPolicy.set(
                        .init(
                            scopeKind: .employee, scopeRefID: runs.first?.employeeID.rawValue,
                            hardCapUsd: Money(nanoDollars: 1_000_000_000_000)), for: company.id, by: .user("o"), in: transaction),
                ]
            }
            let granted = try await withThrowingTaskGroup(of: Int.self) { group in
                for run in runs {
                    group.addTask {
                        let engine = try SQLiteEngine(
                            path: folder + "/team-x.sqlite", durability: .normal, time: ManualTime(), ids: IDGenerator()
                        ) { _ in }
                        var granted = 0
                        for step in 0..<12 where try await engine.reserveAndSettle(Self.call, run, step, half: step % 3) {
                            granted += 1
                        }
                        try await engine.close()
                        return granted
                    }
                }
                return try await group.reduce(0, +)
            }
            let months = try await store.read { try $0.select(BudgetMonth.self, "ORDER BY cap_nano") }
            #expect(months.map(\.reservedNano) == [0, 0])
            #expect(months.allSatisfy { $0.spentNano <= $0.capNano })
            let spent = try await store.read { transaction in
                try transaction.select(BudgetReservation.self, "WHERE policy_id = \(policies[0].id)").map(\.settledNano)
            }
            #expect(spent.count == granted)
            #expect(granted > 100 && granted < 24 * 12)
            #expect(months.map(\.spentNano) == [spent.reduce(0, +), spent.reduce(0, +)])
            // Less than one more call was left when the last was refused.
            #expect(months.first.map { $0.capNano - $0.spentNano < Self.call.nanoDollars } == true)
        }
    }

    @Test func `a statement that reserves too much is refused by the table itself`() async throws {
        let store = try await FreshStore.store(time: ManualTime())
        let company = try await store.found()
        let run = try #require(try await store.runs(1, in: company).first)
        try await store.write { transaction in
            let policy = try BudgetPolicy.set(.init(hardCapUsd: Self.call), for: company.id, by: .user("o"), in: transaction)
            #expect(try BudgetReservation.reserve(Self.call, for: run, step: 0, from: [policy], in: transaction) == .granted)
        }
        for statement: SQL in [
            "UPDATE budget_periods SET reserved_nano = reserved_nano + 1", "UPDATE budget_periods SET reserved_nano = -1",
            "UPDATE budget_reservations SET state = 'lost'",
            """
            INSERT INTO budget_periods (policy_id, period_start, cap_nano, reserved_nano)
            SELECT policy_id, period_start + 1, 5, 6 FROM budget_periods
            """,
        ] {
            await #expect(throws: StoreError.self) { try await store.write { try $0.execute(statement) } }
        }
    }
}

extension SQLiteEngine {
    /// Reserves in one transaction and settles in the next, for nothing, a half or the whole.
    fileprivate func reserveAndSettle(_ amount: Money, _ run: Run, _ step: Int, half: Int) async throws -> Bool {
        var outcome = BudgetReservation.Outcome.busy
        while outcome == .busy {
            outcome = try await patiently { transaction in
                try BudgetReservation.reserve(
                    amount, for: run, step: step, from: BudgetPolicy.applying(to: run, in: transaction), in: transaction)
            }
        }
        guard outcome == .granted else { return false }
        let cost = Money(nanoDollars: amount.nanoDollars * Int64(half) / 2)
        try await patiently { transaction in
            try BudgetReservation.settle(
                cost, of: run, from: BudgetPolicy.applying(to: run, in: transaction), in: transaction)
        }
        return true
    }

    /// Other connections write too: one that finds the database busy tries again.
    private func patiently<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        while true {
            do { return try await write(body) } catch StoreError.busy { await Task.yield() }
        }
    }
}

extension Store {
    /// Runs that go on, all of one employee.
    fileprivate func runs(_ count: Int, in company: Company) async throws -> [Run] {
        try await write { transaction in
            let employee = try Employee.hire(
                Employee.Draft(
                    rolePackID: "test", roleID: "writer", roleMdSha: "", level: .ic, name: "Noor Haddad", title: "Writer"),
                into: company.id, by: .user("o"), in: transaction)
            return try (0..<count).map { _ in
                let run = Run(
                    id: transaction.makeID(), employeeID: employee.id, provider: "openai", model: "m", startedAt: transaction.now,
                    companyID: company.id)
                try transaction.insert(run)
                return run
            }
        }
    }
}
