package import Domain

extension Transaction {
    /// What was made under this client key before, in the company or thread where keys must differ.
    ///
    /// - Throws: ``StoreError``.
    package func known<R: Record>(
        _ type: R.Type, clientKey: String?, company: Company.ID? = nil, thread: Thread.ID? = nil
    ) throws -> R? {
        guard let clientKey else { return nil }
        var condition: SQL = "WHERE client_key = \(clientKey)"
        if let company { condition = condition + "AND company_id = \(company)" }
        if let thread { condition = condition + "AND thread_id = \(thread)" }
        return try select(type, condition).first
    }
}
