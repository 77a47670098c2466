package import Domain
package import Store

/// What the choice of a provider depends on, read once for many employees.
package struct ModelChoice: Sendable {
    private let rows: [Provider]
    private let cap: PrivacyTier
    private let usable: UsableProviders
    /// Whom to ask next, for all companies.
    private let failover: [String]

    /// - Throws: ``StoreError``.
    package init(for providers: any ModelProviders, in transaction: any Transaction) throws {
        let (settings, secrets) = try SecretNames.listed(with: [.maxPrivacyTier, .failover, .concurrencyCaps], in: transaction)
        var limits: [ProviderKind: Int64] = [:]
        for (kind, cap) in settings[.concurrencyCaps]?.object ?? [:] {
            if let kind = ProviderKind(reading: kind) { limits[kind] = cap.integer }
        }
        let kinds = limits
        rows = try Provider.list(in: transaction).map { $0.capped(by: kinds) }
        cap = settings[.maxPrivacyTier]?.string.flatMap(PrivacyTier.init(reading:)) ?? .proprietaryCloud
        usable = UsableProviders(providers, secrets: secrets)
        failover = settings[.failover]?.array?.compactMap(\.string) ?? []
    }

    /// Whether models are set up on this machine, and elsewhere; the practice model does not count.
    package var reach: (hasLocal: Bool, hasCloud: Bool) {
        let real = rows.filter { usable.contains($0) && $0.kind != .practice }
        return (real.contains { $0.privacyTier == .local }, real.contains { $0.privacyTier != .local })
    }

    /// The providers to ask on behalf of an employee, one after the other: their own, else the company's, else the first that has
    /// what it needs, and the practice model only where there is no other; then those to ask when one does not take a call.
    ///
    /// One whose key cannot be read at the moment is not passed over: as soon as it can be, it would be the first.
    ///
    /// The latter are the role's, the company's and those of all companies, in that order, as far as they are set up and private
    /// enough.
    ///
    /// - Throws: ``ModelError`` when the first choice cannot be used, also when its privacy tier is above what is allowed; of class
    ///   `secretsClosed` when its key cannot be read at the moment.
    package func chain(
        for wish: ProviderWish, of company: Company, role: RoleSpecification? = nil
    ) throws(ModelError) -> [Provider] {
        let first = try provider(for: wish, of: company)
        let limit = limit(for: wish, of: company)
        var chain = [first]
        let named = (role?.preferredProviders ?? []) + (role?.fallbackProviders ?? []) + company.failover + failover
        for name in named {
            guard
                let next = rows.called(name).first(where: {
                    $0.privacyTier <= limit && $0.kind != .practice && usable.contains($0)
                }), !chain.contains(where: { $0.id == next.id })
            else { continue }
            chain.append(next)
        }
        return chain
    }

    private func provider(for wish: ProviderWish, of company: Company) throws(ModelError) -> Provider {
        let limit = limit(for: wish, of: company)
        guard let wanted = wish.preference ?? company.defaultProvider?.rawValue else {
            let allowed = rows.filter { $0.privacyTier <= limit }
            let real = allowed.first { $0.kind != .practice && (usable.contains($0) || usable.closure(of: $0) != nil) }
            if let closure = real.flatMap(usable.closure(of:)) { throw closure }
            guard let first = real ?? allowed.first(where: usable.contains) else {
                throw ModelError(.invalidRequest, "No provider is set up that may be used.")
            }
            return first
        }
        guard let chosen = rows.called(wanted).first else {
            throw ModelError(.invalidRequest, "There is no provider “\(wanted)” any more.")
        }
        guard chosen.enabled else { throw ModelError(.invalidRequest, "The provider “\(chosen.name)” is switched off.") }
        guard chosen.privacyTier <= limit else {
            throw ModelError(
                .invalidRequest,
                "\(chosen.name) is of the privacy tier \(chosen.privacyTier.rawValue); only \(limit.rawValue) is allowed.")
        }
        if let closure = usable.closure(of: chosen) { throw closure }
        return chosen
    }

    /// The provider that people call so, one that is switched on rather than another.
    func row(called name: String) -> Provider? {
        let rows = rows.filter { $0.isCalled(name) }
        return rows.first(where: \.enabled) ?? rows.first
    }

    /// The least private kind that may be asked: what all companies, the company and the employee allow.
    func limit(for wish: ProviderWish, of company: Company) -> PrivacyTier { min(cap, Self.limit(nil, wish, company)) }

    /// The same.
    ///
    /// - Parameter cap: The setting for all companies.
    static func limit(_ cap: JSONValue?, _ wish: ProviderWish, _ company: Company) -> PrivacyTier {
        let all = [cap, company.settings.value["max_privacy_tier"]].compactMap { $0?.string }
            .compactMap(PrivacyTier.init(reading:))
        return (all + [wish.limit].compactMap { $0 }).min() ?? .proprietaryCloud
    }
}

extension Provider {
    /// The same with the cap that its kind has, unless its row has one of its own.
    fileprivate func capped(by limits: [ProviderKind: Int64]) -> Provider {
        guard let limit = limits[kind], config.value["concurrency_cap"] == nil, var members = config.value.object else {
            return self
        }
        members["concurrency_cap"] = .integer(limit)
        var row = self
        row.config = JSONColumn(.object(members))
        return row
    }
}
