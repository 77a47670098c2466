package import Domain

extension Provider {
    /// What is said of a provider; the rest stays as it was, or is assumed.
    package struct Draft: Sendable {
        /// Made from the name when missing.
        package var id: Provider.ID?
        package var name: String
        package var kind: ProviderKind
        package var baseURL: String?
        /// The environment variable that holds the key.
        package var apiKeyEnv: String?
        /// The secret that is the key, where it is not the provider's own.
        package var apiKey: SecretReference?
        package var defaultModel: String?
        /// How many calls may go on at the same time, from 1 to 1,000.
        package var concurrencyCap: Int?
        /// How many tokens its models take in, from 2,048 on.
        package var contextWindow: Int?
        /// Whether its calls are covered by a subscription, so that what they cost is notional.
        package var subscription: Bool?
        package var privacyTier: PrivacyTier?
        package var enabled: Bool?
        /// How it is talked to.
        package var manner = Manner()

        package init(
            id: Provider.ID? = nil, name: String, kind: ProviderKind, baseURL: String? = nil, apiKeyEnv: String? = nil,
            apiKey: SecretReference? = nil, defaultModel: String? = nil, concurrencyCap: Int? = nil, contextWindow: Int? = nil,
            subscription: Bool? = nil,
            privacyTier: PrivacyTier? = nil,
            enabled: Bool? = nil, manner: Manner = Manner()
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.baseURL = baseURL
            self.apiKeyEnv = apiKeyEnv
            self.apiKey = apiKey
            self.defaultModel = defaultModel
            self.concurrencyCap = concurrencyCap
            self.contextWindow = contextWindow
            self.subscription = subscription
            self.privacyTier = privacyTier
            self.enabled = enabled
            self.manner = manner
        }
    }

    /// Adds a provider, or changes the one with this id; what it held up goes on, if it may be asked now.
    ///
    /// - Throws: ``RuleViolation``.
    package static func put(
        _ draft: Draft, by actor: EventActor, in transaction: any Transaction
    ) throws -> (provider: Provider, isNew: Bool) {
        let (provider, isNew) = try enter(draft, by: actor, in: transaction)
        if provider.enabled { try RunCheckpoint.release(at: provider.id, in: transaction) }
        return (provider, isNew)
    }

    private static func enter(
        _ draft: Draft, by actor: EventActor, in transaction: any Transaction
    ) throws -> (provider: Provider, isNew: Bool) {
        let name = try RuleViolation.nonBlank(draft.name, "name", limit: 80)
        let (id, earlier) = try place(of: draft, name: name, in: transaction)
        let provider = try draft.provider(id, name: name, over: earlier)
        guard let earlier else {
            try transaction.insert(provider)
            for company in try Company.list(in: transaction) {
                try transaction.record(
                    ProviderAdded(
                        providerID: provider.id, name: provider.name, kind: provider.kind, privacyTier: provider.privacyTier),
                    company: company.id, by: actor)
            }
            return (provider, true)
        }
        let keys = provider.changes(since: earlier)
        guard !keys.isEmpty else { return (provider, false) }
        try transaction.execute(
            """
            UPDATE providers SET name = \(provider.name), kind = \(provider.kind), config_json = \(provider.config),
              privacy_tier = \(provider.privacyTier), enabled = \(provider.enabled) WHERE id = \(provider.id)
            """)
        for company in try Company.list(in: transaction) {
            try transaction.record(
                ProviderUpdated(
                    providerID: provider.id, patchedKeys: keys, name: provider.name, enabled: provider.enabled),
                company: company.id, by: actor)
        }
        return (provider, false)
    }

    private func changes(since earlier: Provider) -> [String] {
        [
            ("name", name != earlier.name), ("kind", kind != earlier.kind), ("config", config != earlier.config),
            ("privacy_tier", privacyTier != earlier.privacyTier), ("enabled", enabled != earlier.enabled),
        ].filter(\.1).map(\.0)
    }

    /// The id that a draft means, and the row that has it.
    ///
    /// An id that was made from a name never leads to a provider of another name.
    private static func place(
        of draft: Draft, name: String, in transaction: any Transaction
    ) throws -> (id: Provider.ID, earlier: Provider?) {
        if let id = draft.id {
            let earlier = try transaction.find(Provider.self, id)
            if earlier == nil { try Slug.check(id.rawValue, "id") }
            return (id, earlier)
        }
        guard let slug = Slug.make(from: name) else {
            throw RuleViolation.invalid(field: "id", reason: "is needed where the name has neither letters a to z nor digits")
        }
        let earlier = try transaction.find(Provider.self, Provider.ID(slug))
        if let earlier, earlier.name != name {
            throw RuleViolation.invalid(field: "id", reason: "is needed, since “\(slug)” is the provider “\(earlier.name)”")
        }
        return (Provider.ID(slug), earlier)
    }
}

extension Provider.Draft {
    /// The row that this makes, keeping of an earlier one what is not said anew.
    fileprivate func provider(_ id: Provider.ID, name: String, over earlier: Provider?) throws -> Provider {
        if let baseURL, ProviderAddress(baseURL) == nil {
            throw RuleViolation.invalid(
                field: "base_url", reason: "must be an http:// or https:// address without a name and password in it")
        }
        try requireVariable { _ in true }
        var config = earlier?.config.value.object ?? [:]
        for (key, value) in [("base_url", baseURL), ("api_key_env", apiKeyEnv), ("default_model", defaultModel)] {
            if let value { config[key] = .string(value) }
        }
        if let apiKey { config["api_key"] = apiKey.json }
        if privacyTier != nil { config["tier_said"] = true }
        if let subscription { config["billing"] = subscription ? "subscription" : nil }
        if let concurrencyCap {
            guard (1...1000).contains(concurrencyCap) else {
                throw RuleViolation.invalid(field: "concurrency_cap", reason: "must be from 1 to 1000")
            }
            config["concurrency_cap"] = .integer(Int64(concurrencyCap))
        }
        if let contextWindow {
            guard (2048...100_000_000).contains(contextWindow) else {
                throw RuleViolation.invalid(field: "context_window", reason: "must be at least 2048 tokens")
            }
            config["context_window"] = .integer(Int64(contextWindow))
        }
        try manner.enter(into: &config, of: kind)
        let address = config["base_url"]?.string
        if kind == .openaiCompatible, address == nil {
            throw RuleViolation.invalid(field: "base_url", reason: "is needed for this kind")
        }
        return Provider(
            id: id, name: name, kind: kind, config: JSONColumn(.object(config)),
            privacyTier: privacyTier ?? tier(at: address, over: earlier), enabled: enabled ?? earlier?.enabled ?? true)
    }

    /// Makes sure that what is to hold the key is the name of an environment variable, and one that is there.
    ///
    /// - Throws: ``RuleViolation``; it repeats nothing that is no name, since that may be the key.
    package func requireVariable(where isSet: (String) -> Bool) throws(RuleViolation) {
        guard let name = apiKeyEnv, !name.isEmpty else { return }
        guard name.utf8.allSatisfy(\.isOfVariableName) else {
            throw .invalid(
                field: "api_key_env", reason: "must be the name of an environment variable; a key is set with PUT …/key")
        }
        guard isSet(name) else {
            throw .invalid(
                field: "api_key_env",
                reason:
                    "names the variable \(name), which is not set where the server runs; start it with that, or set the key itself"
            )
        }
    }

    /// What was said before goes for the same place.
    ///
    /// Of another one it says nothing unless it is the more careful word; what only followed from the address before says nothing
    /// at all.
    private func tier(at address: String?, over earlier: Provider?) -> PrivacyTier {
        let likely = kind.likelyTier(at: (address ?? kind.defaults.baseURL).flatMap { ProviderAddress($0) })
        guard let earlier else { return likely }
        let isSamePlace = earlier.kind == kind && earlier.config.value["base_url"]?.string == address
        if isSamePlace { return earlier.privacyTier }
        let before = (earlier.config.value["base_url"]?.string ?? earlier.kind.defaults.baseURL).flatMap { ProviderAddress($0) }
        let isSaid =
            earlier.config.value["tier_said"]?.bool == true || earlier.privacyTier != earlier.kind.likelyTier(at: before)
        return isSaid ? max(earlier.privacyTier, likely) : likely
    }
}

extension UInt8 {
    fileprivate var isOfVariableName: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
