package import Domain

extension Company {
    /// Why the company exists, or an empty text.
    package var mission: String { settings.value["mission"]?.string ?? "" }

    package var values: [String] { settings.value["values"]?.array?.compactMap(\.string) ?? [] }

    /// The provider that employees use unless they have one of their own.
    package var defaultProvider: Provider.ID? { settings.value["provider_id"]?.string.map { Provider.ID($0) } }

    /// The model that employees use unless they have one of their own; a blank one is none.
    package var defaultModel: String? {
        let named = settings.value["model"]?.string?.trimmed ?? ""
        return named.isEmpty ? nil : named
    }

    /// The providers, by id or kind, to ask one after the other when one does not take a call.
    package var failover: [String] { settings.value["failover"]?.array?.compactMap(\.string) ?? [] }

    /// Changes settings, those of the company only; a `null` removes one, and what stays as it was is no change.
    ///
    /// - Throws: ``RuleViolation`` for a setting that is not known, or that cannot be what it is to be.
    package static func change(
        settings changes: [String: JSONValue], of id: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws -> Company {
        var company = try require(id, in: transaction)
        try check(settings: changes, in: transaction)
        var members = company.settings.value.object ?? [:]
        let changed = changes.keys.sorted().filter { members[$0] ?? .null != changes[$0] }
        guard !changed.isEmpty else { return company }
        for (key, value) in changes { members[key] = value }
        members = members.filter { $0.value != .null }
        company.settings = JSONColumn(.object(members))
        try transaction.execute("UPDATE companies SET settings_json = \(company.settings) WHERE id = \(id)")
        try transaction.record(
            CompanyUpdated(patchedKeys: changed, updatedAt: transaction.now), company: id, by: actor)
        return company
    }

    private static let knownSettings =
        ["provider_id", "model", "mission", "values", "max_privacy_tier", "failover", "quiet_hours"] + memorySettings

    private static func check(settings changes: [String: JSONValue], in transaction: any Transaction) throws {
        if let unknown = changes.keys.sorted().first(where: { !knownSettings.contains($0) }) {
            throw RuleViolation.invalid(
                field: "settings.\(unknown)", reason: "is not known here; known are", allowed: knownSettings)
        }
        if let provider = changes["provider_id"], provider != .null {
            guard let id = provider.string, let row = try transaction.find(Provider.self, Provider.ID(id)) else {
                throw RuleViolation.invalid(field: "settings.provider_id", reason: "no provider has this id")
            }
            guard row.enabled else {
                throw RuleViolation.invalid(
                    field: "settings.provider_id", reason: "\(row.name) is switched off: set it up first, with its key and model")
            }
        }
        if let failover = changes["failover"], failover != .null {
            try SettingKey.checkFailover(failover, field: "settings.failover")
            for name in failover.array?.compactMap(\.string) ?? [] where try !Provider.exists(called: name, in: transaction) {
                throw RuleViolation.invalid(field: "settings.failover", reason: "no provider is called \(name)")
            }
        }
        if let hours = changes["quiet_hours"], hours != .null { _ = try QuietHours(reading: hours) }
        try checkMemory(settings: changes)
        if let tier = changes["max_privacy_tier"], tier != .null, tier.string.flatMap(PrivacyTier.init(rawValue:)) == nil {
            throw RuleViolation.invalid(
                field: "settings.max_privacy_tier", reason: "must be one of", allowed: PrivacyTier.writable.map(\.rawValue))
        }
    }
}
