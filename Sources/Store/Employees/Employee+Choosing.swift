package import Domain

extension Employee {
    /// Says with which model an employee works from now on, instead of leaving it to the company; what waits for them follows.
    ///
    /// - Parameters:
    ///   - provider: A provider's id or kind.
    ///   - limit: The least private kind of provider that may be asked on their behalf.
    /// - Throws: ``RuleViolation``, also for somebody who no longer works here.
    package static func choose(
        provider: String?, model: String?, limit: PrivacyTier?, for id: Employee.ID, of company: Company.ID, by actor: EventActor,
        in transaction: any Transaction
    ) throws -> Employee {
        var employee = try require(id, of: company, in: transaction)
        try employee.requirePresence(in: transaction)
        if let provider, try !Provider.exists(called: provider, in: transaction) {
            throw RuleViolation.invalid(field: "provider", reason: "no provider has the id or kind “\(provider)”")
        }
        let model = try model.map { try RuleViolation.nonBlank($0, "model", limit: 200) }
        try checkPrivacy(of: provider, model, limit, for: employee, in: transaction)
        let changed =
            [
                ("provider_pref", employee.providerPref != provider), ("model_pref", employee.modelPref != model),
                ("max_privacy_tier", employee.maxPrivacyTier != limit),
            ].filter(\.1).map(\.0)
        guard !changed.isEmpty else { return employee }
        (employee.providerPref, employee.modelPref, employee.maxPrivacyTier) = (provider, model, limit)
        try transaction.execute(
            """
            UPDATE employees SET provider_pref = \(provider), model_pref = \(model), max_privacy_tier = \(limit) WHERE id = \(id)
            """)
        try transaction.record(
            EmployeeUpdated(
                employeeID: id, patchedKeys: changed, name: employee.name, title: employee.title, updatedAt: transaction.now),
            company: company, by: actor)
        return employee
    }

    /// A provider that the same choice forbids would end every turn of theirs.
    private static func checkPrivacy(
        of provider: String?, _ model: String?, _ limit: PrivacyTier?, for employee: Employee, in transaction: any Transaction
    ) throws {
        guard let provider, let limit, let row = try Provider.list(in: transaction).called(provider).first else { return }
        let tier = max(row.privacyTier, model.map(row.tier(of:)) ?? row.privacyTier)
        guard tier > limit else { return }
        throw RuleViolation.invalid(
            field: "provider",
            reason: "\(row.name) is of the privacy tier \(tier.rawValue), and \(employee.name) may ask nothing less private than "
                + limit.rawValue)
    }
}
