package import Domain

extension SavedView {
    /// More views of one company are not kept.
    package static let limit = 200

    /// A person's views, by page and name.
    package static func list(
        of reader: Operator.ID, company: Company.ID? = nil, page: String? = nil, in transaction: any Transaction
    ) throws -> [SavedView] {
        var condition: SQL = "WHERE operator_id = \(reader)"
        if let company { condition = condition + "AND company_id = \(company)" }
        if let page { condition = condition + "AND page = \(page)" }
        return try transaction.select(condition + "ORDER BY company_id, page, name, id LIMIT 1000")
    }

    /// Keeps a view under a name, in place of the one that had it.
    ///
    /// - Throws: ``RuleViolation``.
    package static func keep(
        page: String, name: String, query: String, of company: Company.ID, by reader: Operator.ID,
        in transaction: any Transaction
    ) throws -> SavedView {
        let page = try RuleViolation.nonBlank(page, "page", limit: 40)
        let name = try RuleViolation.nonBlank(name, "name", limit: 80)
        guard query.utf8.count <= 2000 else {
            throw RuleViolation.invalid(field: "query", reason: "must have at most 2000 characters")
        }
        let known = try transaction.select(
            SavedView.self,
            "WHERE operator_id = \(reader) AND company_id = \(company) AND page = \(page) AND name = \(name)"
        ).first
        if var known {
            known.query = query
            known.updatedAt = transaction.now
            try transaction.execute(
                "UPDATE saved_views SET query = \(query), updated_at = \(transaction.now) WHERE id = \(known.id)")
            return known
        }
        guard try list(of: reader, company: company, in: transaction).count < limit else {
            throw RuleViolation.conflict("There are \(limit) views of this company already: remove one first.")
        }
        let view = SavedView(
            id: transaction.makeID(), operatorID: reader, companyID: company, page: page, name: name, query: query,
            createdAt: transaction.now, updatedAt: transaction.now)
        try transaction.insert(view)
        return view
    }

    /// Gives a view another name.
    ///
    /// - Throws: ``RuleViolation``, also when another view of the page has the name.
    package static func rename(
        _ id: SavedView.ID, to name: String, of reader: Operator.ID, in transaction: any Transaction
    ) throws -> SavedView {
        var view = try find(id, of: reader, in: transaction)
        view.name = try RuleViolation.nonBlank(name, "name", limit: 80)
        guard
            try !transaction.exists(
                """
                SELECT 1 FROM saved_views WHERE operator_id = \(reader) AND company_id = \(view.companyID)
                  AND page = \(view.page) AND name = \(view.name) AND id <> \(id)
                """)
        else { throw RuleViolation.conflict("There is a view “\(view.name)” of this page already.") }
        view.updatedAt = transaction.now
        try transaction.execute(
            "UPDATE saved_views SET name = \(view.name), updated_at = \(view.updatedAt) WHERE id = \(id)")
        return view
    }

    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func remove(_ id: SavedView.ID, of reader: Operator.ID, in transaction: any Transaction) throws -> SavedView {
        let view = try find(id, of: reader, in: transaction)
        try transaction.execute("DELETE FROM saved_views WHERE id = \(id)")
        return view
    }

    private static func find(
        _ id: SavedView.ID, of reader: Operator.ID, in transaction: any Transaction
    ) throws -> SavedView {
        guard let view = try transaction.find(SavedView.self, id), view.operatorID == reader else {
            throw RuleViolation.notFound("view")
        }
        return view
    }
}
