import Domain
import Store

extension ModelGate {
    /// Whether what an employee has to say may go to this model, as the caps and the providers are now.
    ///
    /// A turn is admitted once and may last for hours; so this is asked before each of its further calls. What stays on this machine
    /// may always be said to it.
    ///
    /// - Throws: ``StoreError``.
    func permits(
        _ admission: Admission, for employee: Employee.ID, of company: Company.ID, in transaction: any Transaction
    ) throws -> Bool {
        guard admission.tier > .local else { return true }
        guard let row = try transaction.find(Provider.self, admission.provider.id), row.enabled,
            let employee = try transaction.find(Employee.self, employee),
            let company = try transaction.find(Company.self, company)
        else { return false }
        let cap = try Setting.values(of: [.maxPrivacyTier], in: transaction)[.maxPrivacyTier]
        let limit = ModelChoice.limit(cap, employee.providerWish, company)
        return row.tier(of: admission.model) <= limit
    }

    /// What is said of a turn that ``permits(_:for:of:in:)`` does not allow to go on.
    static func objection(to admission: Admission) -> String {
        "What is said may not go to \(admission.provider.name) any more."
    }
}

/// What is to be said may not go to the model that was to be asked.
struct NotPermitted: Error {
    let admission: ModelGate.Admission
}
