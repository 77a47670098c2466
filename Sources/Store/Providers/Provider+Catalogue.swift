package import Domain

extension Provider {
    /// The rows that a new database starts with: the practice model, which needs nothing, and the providers people use, to be
    /// filled in.
    package static let defaults: [Provider] = [
        Provider(id: ID("practice"), name: "Practice model", kind: .practice, privacyTier: .local),
        Provider(
            id: ID("ollama-local"), name: "Ollama (local)", kind: .ollama,
            config: JSONColumn(["base_url": "http://localhost:11434/api"]), privacyTier: .local),
        Provider(id: ID("anthropic"), name: "Anthropic", kind: .anthropic, privacyTier: .proprietaryCloud),
        Provider(id: ID("openai"), name: "OpenAI", kind: .openai, privacyTier: .proprietaryCloud, enabled: false),
        Provider(id: ID("google"), name: "Google Gemini", kind: .google, privacyTier: .proprietaryCloud, enabled: false),
        Provider(id: ID("groq"), name: "Groq", kind: .groq, privacyTier: .openSourceCloud, enabled: false),
        Provider(id: ID("openrouter"), name: "OpenRouter", kind: .openrouter, privacyTier: .proprietaryCloud, enabled: false),
        Provider(id: ID("together"), name: "Together AI", kind: .together, privacyTier: .openSourceCloud, enabled: false),
        Provider(id: ID("fireworks"), name: "Fireworks AI", kind: .fireworks, privacyTier: .openSourceCloud, enabled: false),
    ]

    /// Puts in the defaults when there is no provider at all.
    package static func seed(in transaction: any Transaction) throws {
        guard try !transaction.exists("SELECT 1 FROM providers LIMIT 1") else { return }
        for provider in defaults { try transaction.insert(provider) }
    }

    package static func list(in transaction: any Transaction) throws -> [Provider] { try transaction.select("ORDER BY name, id") }

    /// Adds a provider, or replaces the one of the same id.
    ///
    /// - Throws: ``RuleViolation``.
    package static func put(_ provider: Provider, by actor: EventActor, in transaction: any Transaction) throws {
        _ = try RuleViolation.nonBlank(provider.name, "name", limit: 80)
        let isNew = try transaction.find(Provider.self, provider.id) == nil
        if isNew {
            try transaction.insert(provider)
        } else {
            try transaction.execute(
                """
                UPDATE providers SET name = \(provider.name), kind = \(provider.kind), config_json = \(provider.config),
                  privacy_tier = \(provider.privacyTier), enabled = \(provider.enabled) WHERE id = \(provider.id)
                """)
        }
        for company in try Company.list(in: transaction) {
            if isNew {
                try transaction.record(
                    ProviderAdded(
                        providerID: provider.id, name: provider.name, kind: provider.kind, privacyTier: provider.privacyTier),
                    company: company.id, by: actor)
            } else {
                try transaction.record(
                    ProviderUpdated(
                        providerID: provider.id, patchedKeys: ["name", "kind", "config", "privacy_tier", "enabled"],
                        name: provider.name,
                        enabled: provider.enabled), company: company.id, by: actor)
            }
        }
    }

    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func require(_ id: Provider.ID, in transaction: any Transaction) throws -> Provider {
        guard let provider = try transaction.find(Provider.self, id) else { throw RuleViolation.notFound("provider") }
        return provider
    }
}
