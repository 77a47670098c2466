package import Domain

extension BudgetLedgerEntry {
    /// What was booked in a company, the newest first.
    ///
    /// - Parameters:
    ///   - scope: For what it was booked; each run is booked once for the company and once for its employee.
    ///   - reference: For which employee, routine or profile.
    package static func list(
        of company: Company.ID, scope: BudgetScope = .company, reference: String? = nil, after place: ListPlace? = nil,
        limit: Int, in transaction: any Transaction
    ) throws -> [BudgetLedgerEntry] {
        let whose: SQL = reference.map { "AND scope_ref_id = \($0)" } ?? ""
        return try transaction.select(
            "WHERE company_id = \(company) AND scope_kind = \(scope)" + whose + (place?.isBehindMade ?? "")
                + "ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }
}
