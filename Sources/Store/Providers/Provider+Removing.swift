package import Domain

extension Provider {
    /// Takes a provider away, and tells every company.
    ///
    /// - Returns: The row that it was.
    /// - Throws: ``RuleViolation``, also where a company or an employee has chosen it: they would be left without one.
    package static func remove(_ id: Provider.ID, by actor: EventActor, in transaction: any Transaction) throws -> Provider {
        let provider = try require(id, in: transaction)
        if provider.kind == .practice {
            throw RuleViolation.conflict("The practice model is part of the program; it can only be switched off.")
        }
        let companies = try Company.list(in: transaction)
        var choosers = companies.filter { $0.defaultProvider == id }.map(\.name)
        choosers += try transaction.values("SELECT name FROM employees WHERE provider_pref = \(id) ORDER BY name LIMIT 3")
        if !choosers.isEmpty {
            throw RuleViolation.conflict(
                "\(provider.name) is the choice of \(choosers.prefix(3).joined(separator: ", ")): let them choose another first.")
        }
        try transaction.execute("DELETE FROM providers WHERE id = \(id)")
        for company in companies {
            try transaction.record(ProviderRemoved(providerID: id, name: provider.name), company: company.id, by: actor)
        }
        return provider
    }
}
