package import Domain

extension Run {
    /// Who took a call: the row of the provider, where it is known, and its kind.
    package struct ProviderName: Hashable, Sendable {
        package let id: Provider.ID?
        package let kind: String
    }

    /// What the run has cost so far, in three ledgers: each committed call in its own, and what was used beyond those in that of the
    /// latest call.
    ///
    /// - Throws: ``StoreError``.
    package func ledgers(in transaction: any Transaction) throws -> CostLedgers { try ledgers(of: totals, in: transaction) }

    /// The same where the row does not know yet what the run has used.
    func ledgers(of totals: RunTotals, in transaction: any Transaction) throws -> CostLedgers {
        Self.sum(byProvider(of: totals, try RunStep.costs(of: "run_id = \(id)", in: transaction)[id] ?? []))
    }

    /// What a company's runs have cost that are not over, and not in the books yet.
    ///
    /// - Parameters:
    ///   - known: All that are not over, where they were looked up before.
    /// - Throws: ``StoreError``.
    package static func underWay(
        of company: Company.ID, among known: [Run]? = nil, in transaction: any Transaction
    ) throws -> CostLedgers {
        let isOne = isUnderWay(of: company)
        let runs = try known ?? transaction.select(Run.self, "WHERE" + isOne)
        return sum(try byProvider(runs, where: isOne, in: transaction))
    }

    /// For whom a run that goes on counts, beside its company.
    typealias Counting = (employee: String, routine: String?, profile: String?)

    /// The same for each of them, with whom it counts for; with as many statements for many runs as for one.
    static func eachUnderWay(
        of company: Company.ID, in transaction: any Transaction
    ) throws -> [(whose: Counting, cost: CostLedgers)] {
        let isOne = isUnderWay(of: company)
        let runs = try transaction.select(Run.self, "WHERE" + isOne)
        guard !runs.isEmpty else { return [] }
        let others = try transaction.rows(
            """
            SELECT r.id, \(Routine.id(of: "r.wakeup_id")),
              (SELECT runtime_profile_id FROM employee_runtime_bindings WHERE employee_id = r.employee_id)
            FROM runs r WHERE r.status = \(RunStatus.running) AND r.company_id = \(company)
            """
        ) { row in
            (
                try Run.ID(column: row.value(at: 0)),
                (routine: try String?(column: row.value(at: 1)), profile: try String?(column: row.value(at: 2)))
            )
        }
        let whose = Dictionary(others) { first, _ in first }
        let steps = try RunStep.costs(of: "run_id IN (SELECT id FROM runs WHERE" + isOne + ")", in: transaction)
        return runs.map { run in
            let (routine, profile) = whose[run.id] ?? (nil, nil)
            return (
                (run.employeeID.rawValue, routine, profile), sum(run.byProvider(of: run.totals, steps[run.id] ?? []))
            )
        }
    }

    private static func isUnderWay(of company: Company.ID) -> SQL {
        "status = \(RunStatus.running) AND company_id = \(company)"
    }

    /// What runs have cost by who took each call.
    ///
    /// - Parameter condition: What is true of the rows of all of them.
    static func byProvider(
        _ runs: [Run], where condition: SQL, in transaction: any Transaction
    ) throws -> [ProviderName: CostLedgers] {
        guard !runs.isEmpty else { return [:] }
        let steps = try RunStep.costs(of: "run_id IN (SELECT id FROM runs WHERE" + condition + ")", in: transaction)
        return runs.reduce(into: [:]) { sums, run in
            sums.merge(run.byProvider(of: run.totals, steps[run.id] ?? [])) { sum, more in
                var sum = sum
                sum.add(more)
                return sum
            }
        }
    }

    private func byProvider(of totals: RunTotals, _ steps: [RunStep.Cost]) -> [ProviderName: CostLedgers] {
        var ledgers: [ProviderName: CostLedgers] = [:]
        var rest = totals
        for step in steps {
            ledgers[step.provider, default: CostLedgers()].add(step.cost, to: step.kind)
            rest.cost = max(.zero, (try? rest.cost - step.cost) ?? .zero)  // out of range only where the row means nothing
            rest.promptTokens &-= step.promptTokens
            rest.completionTokens &-= step.completionTokens
        }
        if rest.cost > .zero || rest.promptTokens > 0 || rest.completionTokens > 0 {
            ledgers[ProviderName(id: providerID, kind: provider), default: CostLedgers()].add(
                rest.cost, to: totals.costKind ?? costKind)
        }
        return ledgers
    }

    private static func sum(_ ledgers: [ProviderName: CostLedgers]) -> CostLedgers {
        ledgers.values.reduce(into: CostLedgers()) { $0.add($1) }
    }
}

extension RunStep {
    /// What of a step says what it cost.
    fileprivate struct Cost {
        let provider: Run.ProviderName
        let kind: CostKind
        let cost: Money
        let promptTokens: Int
        let completionTokens: Int
    }

    fileprivate static func costs(of condition: SQL, in transaction: any Transaction) throws -> [Run.ID: [Cost]] {
        let rows = try transaction.rows(
            "SELECT run_id, provider_id, provider, cost_kind, cost_usd, prompt_tokens, completion_tokens FROM run_steps WHERE"
                + condition
        ) { row in
            let provider = Run.ProviderName(
                id: try String?(column: row.value(at: 1)).map { Provider.ID($0) }, kind: try String(column: row.value(at: 2)))
            return (
                try Run.ID(column: row.value(at: 0)),
                Cost(
                    provider: provider, kind: try CostKind(column: row.value(at: 3)), cost: try Money(column: row.value(at: 4)),
                    promptTokens: try Int(column: row.value(at: 5)), completionTokens: try Int(column: row.value(at: 6)))
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}
