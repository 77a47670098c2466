package import Domain

extension Company {
    /// What a company is founded with.
    package struct Draft: Sendable {
        package var name: String
        /// Made from the name when missing.
        package var slug: String?
        /// Why the company exists, in a sentence or two.
        package var mission: String
        package var values: [String]
        package var icon: String?
        package var clientKey: String?

        package init(
            name: String, slug: String? = nil, mission: String = "", values: [String] = [], icon: String? = nil,
            clientKey: String? = nil
        ) {
            self.name = name
            self.slug = slug
            self.mission = mission
            self.values = values
            self.icon = icon
            self.clientKey = clientKey
        }
    }

    /// Founds a company, with its owner and its system employees.
    ///
    /// A draft with a known client key returns that company.
    ///
    /// - Throws: ``RuleViolation`` for a blank name, a malformed or taken slug.
    package static func found(
        _ draft: Draft, systemRoles: [Employee.Draft], by owner: Operator.ID, in transaction: any Transaction
    ) throws -> Company {
        if let known = try transaction.known(Company.self, clientKey: draft.clientKey) { return known }
        let name = try RuleViolation.nonBlank(draft.name, "name", limit: 80)
        let id: Company.ID = transaction.makeID()
        let slug = try slug(for: draft, name: name, in: transaction)
        let company = Company(
            id: id, name: name, slug: slug, createdAt: transaction.now,
            settings: JSONColumn([
                "mission": .string(draft.mission.trimmed), "values": .array(draft.values.map { .string($0) }),
            ]), icon: draft.icon, workspaceOriginID: id.rawValue, companyOriginID: id.rawValue, clientKey: draft.clientKey,
            ticketPrefix: try prefix(for: slug, in: transaction))
        try transaction.insert(company)
        try OperatorMembership.grantOwnership(of: id, to: owner, in: transaction)
        try transaction.record(
            CompanyCreated(companyID: id, name: name, slug: company.slug), company: id, by: .user(owner.rawValue))
        for role in systemRoles { _ = try Employee.hire(role, into: id, by: .system("team-x"), in: transaction) }
        return company
    }

    /// The letters with which the slug begins; a number behind them when another company has them.
    private static func prefix(for slug: String, in transaction: any Transaction) throws -> String {
        let letters = TicketKey.letters(of: slug)
        let taken = Set(
            try transaction.values(
                "SELECT ticket_prefix FROM companies WHERE ticket_prefix >= \(letters) AND ticket_prefix < \(letters + ":")")
                as [String])
        var prefix = letters
        var number = 1
        while taken.contains(prefix) {
            number += 1
            prefix = "\(letters)\(number)"
        }
        return prefix
    }

    private static func slug(for draft: Draft, name: String, in transaction: any Transaction) throws -> String {
        func isTaken(_ slug: String) throws -> Bool { try transaction.exists("SELECT 1 FROM companies WHERE slug = \(slug)") }
        if let wanted = draft.slug {
            try Slug.check(wanted, "slug")
            guard try !isTaken(wanted) else { throw RuleViolation.conflict("The slug “\(wanted)” is taken.") }
            return wanted
        }
        let base = Slug.make(from: name) ?? "company"
        if try !isTaken(base) { return base }
        for number in 2..<10_000 where try !isTaken("\(base)-\(number)") { return "\(base)-\(number)" }
        throw RuleViolation.conflict("There are too many companies named “\(name)”.")
    }
}
