package import Domain

extension Company {
    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func require(_ id: Company.ID, in transaction: any Transaction) throws -> Company {
        guard let company = try transaction.find(Company.self, id) else { throw RuleViolation.notFound("company") }
        return company
    }

    /// The company with this slug.
    package static func named(_ slug: String, in transaction: any Transaction) throws -> Company? {
        try transaction.select(Company.self, "WHERE slug = \(slug)").first
    }

    package static func list(in transaction: any Transaction) throws -> [Company] {
        try transaction.select("ORDER BY created_at, id")
    }

    /// Stops all work until ``resume(_:by:in:)``; turns that run are put off and go on later where they stood.
    ///
    /// - Throws: ``RuleViolation``.
    package static func pause(_ id: Company.ID, note: String? = nil, by actor: EventActor, in transaction: any Transaction) throws
    {
        _ = try require(id, in: transaction)
        try WorkHold.place(WorkHold.Draft(.user, on: id, note: note), by: actor, in: transaction)
    }

    /// Takes back a person's pause; whatever else holds the company remains.
    ///
    /// - Throws: ``RuleViolation``.
    package static func resume(_ id: Company.ID, by actor: EventActor, in transaction: any Transaction) throws {
        _ = try require(id, in: transaction)
        try WorkHold.lift(WorkHold.Draft(.user, on: id), by: actor, in: transaction)
    }

    /// Closes a company down; its rows remain, and nothing of it works until ``restore(_:by:in:)``.
    ///
    /// - Throws: ``RuleViolation``.
    package static func archive(_ id: Company.ID, by actor: EventActor, in transaction: any Transaction) throws {
        _ = try require(id, in: transaction)
        guard try WorkHold.place(WorkHold.Draft(.archived, on: id), by: actor, in: transaction) else { return }
        try transaction.record(CompanyArchived(archivedAt: transaction.now), company: id, by: actor)
    }

    /// Opens a company again that was closed down.
    ///
    /// - Throws: ``RuleViolation``.
    package static func restore(_ id: Company.ID, by actor: EventActor, in transaction: any Transaction) throws {
        _ = try require(id, in: transaction)
        try WorkHold.lift(WorkHold.Draft(.archived, on: id), by: actor, in: transaction)
    }

    /// Brings the status in line with the reasons that hold the company, and returns it.
    @discardableResult
    static func settleStatus(of id: Company.ID, in transaction: any Transaction) throws -> CompanyStatus {
        let reasons: [HoldReason] = try transaction.values(
            "SELECT DISTINCT reason FROM work_holds WHERE company_id = \(id) AND employee_id IS NULL")
        let status = CompanyStatus(heldFor: reasons)
        try transaction.execute("UPDATE companies SET status = \(status) WHERE id = \(id) AND status <> \(status)")
        return status
    }
}
