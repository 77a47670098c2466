package import Domain

extension Transaction {
    /// Whether something was made under this client key before, in the company or thread where keys must differ.
    package func knows<R: Record>(
        _ type: R.Type, clientKey: String?, company: Company.ID? = nil, thread: Thread.ID? = nil
    ) throws -> Bool {
        guard let clientKey else { return false }
        var sql: SQL = "client_key = \(clientKey)"
        if let company { sql = sql + "AND company_id = \(company)" }
        if let thread { sql = sql + "AND thread_id = \(thread)" }
        return try exists(SQL(text: "SELECT 1 FROM \(R.layout.table) WHERE", bindings: []) + sql)
    }
}
