package import Domain

extension Provider {
    /// The rows that a new database starts with: the practice model, which needs nothing, and the providers people use, switched
    /// off: whoever has a key in the environment has not said yet that it may be spent here.
    package static let defaults: [Provider] = [
        Provider(id: ID("practice"), name: "Practice model", kind: .practice, privacyTier: .local),
        Provider(
            id: ID("ollama-local"), name: "Ollama (local)", kind: .ollama,
            config: JSONColumn(["base_url": "http://localhost:11434/api"]), privacyTier: .local, enabled: false),
        Provider(id: ID("anthropic"), name: "Anthropic", kind: .anthropic, privacyTier: .proprietaryCloud, enabled: false),
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

    /// Whether a provider goes by this name: its id, or its kind.
    package static func exists(called name: String, in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM providers WHERE id = \(name) OR kind = \(name) LIMIT 1")
    }

    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func require(_ id: Provider.ID, in transaction: any Transaction) throws -> Provider {
        guard let provider = try transaction.find(Provider.self, id) else { throw RuleViolation.notFound("provider") }
        return provider
    }
}
