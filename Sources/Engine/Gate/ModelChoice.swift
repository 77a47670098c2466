package import Domain
package import Store

/// What the choice of a provider depends on, read once for many employees.
package struct ModelChoice: Sendable {
    private let rows: [Provider]
    private let cap: PrivacyTier
    /// The ids of the rows that are set up well enough to be chosen when nobody names one.
    private let usable: Set<Provider.ID>

    /// - Throws: ``StoreError``.
    package init(for providers: any ModelProviders, in transaction: any Transaction) throws {
        rows = try Provider.list(in: transaction)
        cap =
            try Setting.value(of: "max_privacy_tier", in: transaction)?.string.flatMap(PrivacyTier.init(reading:))
            ?? .proprietaryCloud
        usable = Set(rows.filter { $0.enabled && $0.isSetUp(for: providers) }.map(\.id))
    }

    /// Chooses the provider for an employee: their own, else the company's, else the first provider that has what it needs, and
    /// the practice model only where there is no other.
    ///
    /// - Parameter preference: The provider that the employee has of their own.
    /// - Throws: ``ModelError`` when the choice cannot be used, also when its privacy tier is above what is allowed.
    package func provider(for preference: String?, of company: Company) throws(ModelError) -> Provider {
        let own = company.settings.value["max_privacy_tier"]?.string.flatMap(PrivacyTier.init(reading:))
        let cap = min(cap, own ?? .proprietaryCloud)
        guard let wanted = preference ?? company.defaultProvider?.rawValue else {
            let allowed = rows.filter { usable.contains($0.id) && $0.privacyTier <= cap }
            guard let first = allowed.first(where: { $0.kind != .practice }) ?? allowed.first else {
                throw ModelError(.invalidRequest, "No provider is set up that may be used.")
            }
            return first
        }
        guard let chosen = rows.first(where: { $0.isCalled(wanted) }) else {
            throw ModelError(.invalidRequest, "There is no provider “\(wanted)” any more.")
        }
        guard chosen.enabled else { throw ModelError(.invalidRequest, "The provider “\(chosen.name)” is switched off.") }
        guard chosen.privacyTier <= cap else {
            throw ModelError(
                .invalidRequest,
                "\(chosen.name) is of the privacy tier \(chosen.privacyTier.rawValue); only \(cap.rawValue) is allowed.")
        }
        return chosen
    }
}
