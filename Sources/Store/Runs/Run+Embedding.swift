package import Domain

extension Run {
    /// Opens the row of a call for vectors, before a provider is asked.
    ///
    /// It is of the company's system employee where there is one, else of whoever heads the company; no work goes with it.
    ///
    /// - Parameters:
    ///   - provider: The kind of the provider that is asked.
    ///   - id: Its row.
    ///   - tokens: What will be read, as it is estimated: all that is known of the call if the server does not live to see its end.
    ///   - kind: The ledger in which it will belong.
    /// - Returns: `nil` in a company without anybody.
    /// - Throws: ``StoreError``.
    package static func beginEmbedding(
        for company: Company.ID, provider: String, at id: Provider.ID? = nil, model: String, tokens: Int, kind: CostKind,
        in transaction: any Transaction
    ) throws -> Run? {
        let system = try transaction.select(
            Employee.self, "WHERE company_id = \(company) AND is_system = 1 ORDER BY created_at, id LIMIT 1"
        ).first
        guard let employee = try system ?? OrgEdge.chief(of: company, in: transaction) else { return nil }
        let epoch: Int? = try transaction.value("SELECT max(epoch) FROM server_epochs")
        let run = Run(
            id: transaction.makeID(), employeeID: employee.id, provider: provider, model: model, promptTokens: tokens,
            startedAt: transaction.now, companyID: company, leaseEpoch: epoch ?? 0, costKind: kind, providerID: id)
        try transaction.insert(run)
        if !employee.isSystem { try Employee.refreshStatus(of: employee.id, in: transaction) }
        return run
    }

    /// Ends a call for vectors: the row, what it cost, what was set aside for it, and the event that says so.
    ///
    /// - Parameters:
    ///   - texts: How many there were, where that is known.
    ///   - error: What went wrong.
    /// - Throws: ``StoreError``.
    package func endEmbedding(
        texts: Int?, totals: RunTotals, error: RunEnding? = nil, in transaction: any Transaction
    ) throws {
        guard let company = companyID, try transaction.find(Run.self, id)?.status == .running else { return }
        try close(error ?? .answered(""), totals, in: transaction)
        if let employee = try transaction.find(Employee.self, employeeID), !employee.isSystem {
            try Employee.refreshStatus(of: employeeID, in: transaction)
        }
        try transaction.record(
            EmbeddingEnded(self, texts: texts, totals: totals, error: error?.errorText, errorClass: error?.errorClass),
            company: company, by: .orchestrator)
    }
}
