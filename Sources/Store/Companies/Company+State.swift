package import Domain

extension Company {
    /// Why the company exists, or an empty text.
    package var mission: String { settings.value["mission"]?.string ?? "" }

    package var values: [String] { settings.value["values"]?.array?.compactMap(\.string) ?? [] }

    /// The provider that employees use unless they have one of their own.
    package var defaultProvider: Provider.ID? { settings.value["provider_id"]?.string.map { Provider.ID($0) } }

    package var defaultModel: String? { settings.value["model"]?.string }

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

    /// Changes settings, those of the company only; a `null` removes one.
    ///
    /// - Throws: ``RuleViolation``.
    package static func change(
        settings changes: [String: JSONValue], of id: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws -> Company {
        var company = try require(id, in: transaction)
        var members = company.settings.value.object ?? [:]
        for (key, value) in changes { members[key] = value == .null ? nil : value }
        company.settings = JSONColumn(.object(members))
        try transaction.execute("UPDATE companies SET settings_json = \(company.settings) WHERE id = \(id)")
        try transaction.record(
            CompanyUpdated(patchedKeys: changes.keys.sorted(), updatedAt: transaction.now), company: id, by: actor)
        return company
    }
}
