import Domain

/// What stands in the three ledgers of whom budgets of one company are for, in a month; runs that go on are in it.
///
/// It is read once, however many budgets there are and runs go on.
struct BudgetCount {
    private struct Whose: Hashable {
        let scope: BudgetScope
        let reference: String
    }

    private var sums: [Whose: CostLedgers] = [:]

    /// - Throws: ``StoreError``.
    init(
        of policies: [BudgetPolicy], in month: CalendarMonth, company: Company.ID, _ transaction: any Transaction
    ) throws {
        guard !policies.isEmpty else { return }
        for (scope, policies) in Dictionary(grouping: policies, by: \.scopeKind) {
            let booked = try BudgetLedgerEntry.booked(
                of: company, scope: scope, references: policies.map(\.scopeRefID), from: month.start, until: month.end,
                in: transaction)
            for (reference, ledgers) in booked { sums[Whose(scope: scope, reference: reference)] = ledgers }
        }
        for (run, ledgers) in try Run.eachUnderWay(of: company, in: transaction) {
            let whose: [(BudgetScope, String?)] = [
                (.company, company.rawValue), (.employee, run.employee), (.routine, run.routine), (.runtimeProfile, run.profile),
            ]
            for (scope, reference) in whose {
                if let reference { sums[Whose(scope: scope, reference: reference), default: CostLedgers()].add(ledgers) }
            }
        }
    }

    /// What counts for a budget: of it what is billed, the others are shown beside it.
    func ledgers(of policy: BudgetPolicy) -> CostLedgers {
        sums[Whose(scope: policy.scopeKind, reference: policy.scopeRefID)] ?? CostLedgers()
    }
}
