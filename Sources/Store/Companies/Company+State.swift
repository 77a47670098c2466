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

    /// Stops new work until ``resume(_:by:in:)``; turns that run stop before their next model call.
    ///
    /// - Throws: ``RuleViolation``.
    package static func pause(_ id: Company.ID, by actor: EventActor, in transaction: any Transaction) throws {
        guard try require(id, in: transaction).status != .paused else { return }
        try transaction.execute("UPDATE companies SET status = \(CompanyStatus.paused) WHERE id = \(id)")
        try transaction.record(CompanyPaused(reason: "user"), company: id, by: actor)
    }

    /// - Throws: ``RuleViolation``.
    package static func resume(_ id: Company.ID, by actor: EventActor, in transaction: any Transaction) throws {
        guard try require(id, in: transaction).status == .paused else { return }
        try transaction.execute("UPDATE companies SET status = \(CompanyStatus.running) WHERE id = \(id)")
        try transaction.record(CompanyResumed(), company: id, by: actor)
    }
}
