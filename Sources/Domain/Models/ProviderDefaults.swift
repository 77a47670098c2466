/// What is assumed of a provider unless its row says otherwise.
package struct ProviderDefaults: Hashable, Sendable {
    /// Where the API is; `nil` when the row must say, or when there is no network involved.
    package let baseURL: String?
    package let model: String?
    /// The environment variable that holds the key.
    package let keyVariable: String?
    /// Whether the provider answers nobody without a key.
    package let needsKey: Bool
    /// How many calls may run at the same time.
    package let concurrencyCap: Int
}

extension ProviderKind {
    package var defaults: ProviderDefaults {
        switch self {
        case .anthropic:
            .cloud("https://api.anthropic.com/v1", model: "claude-haiku-4-5", key: "ANTHROPIC_API_KEY", cap: 4)
        case .openai:
            .cloud("https://api.openai.com/v1", model: "gpt-4o-mini", key: "OPENAI_API_KEY", cap: 6)
        case .google:
            .cloud(
                "https://generativelanguage.googleapis.com/v1beta", model: "gemini-2.0-flash",
                key: "GOOGLE_GENERATIVE_AI_API_KEY",
                cap: 4)
        case .openrouter:
            .cloud(
                "https://openrouter.ai/api/v1", model: "meta-llama/llama-3.1-8b-instruct", key: "OPENROUTER_API_KEY", cap: 8)
        case .groq:
            .cloud("https://api.groq.com/openai/v1", model: "llama-3.1-8b-instant", key: "GROQ_API_KEY", cap: 10)
        case .together:
            .cloud(
                "https://api.together.xyz/v1", model: "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo", key: "TOGETHER_API_KEY",
                cap: 6)
        case .fireworks:
            .cloud(
                "https://api.fireworks.ai/inference/v1", model: "accounts/fireworks/models/llama-v3p1-8b-instruct",
                key: "FIREWORKS_API_KEY", cap: 6)
        case .ollama: .local(baseURL: "http://localhost:11434/v1", model: "llama3.1:8b", cap: 1)
        case .openaiCompatible: .local(baseURL: nil, model: nil, cap: 4)
        case .practice: .local(baseURL: nil, model: "practice", cap: 256)
        }
    }
}

extension ProviderDefaults {
    fileprivate static func cloud(_ baseURL: String, model: String, key: String, cap: Int) -> ProviderDefaults {
        ProviderDefaults(baseURL: baseURL, model: model, keyVariable: key, needsKey: true, concurrencyCap: cap)
    }

    fileprivate static func local(baseURL: String?, model: String?, cap: Int) -> ProviderDefaults {
        ProviderDefaults(baseURL: baseURL, model: model, keyVariable: nil, needsKey: false, concurrencyCap: cap)
    }
}

extension Provider {
    /// The model that the row names: `default_model`, also `defaultModel`; a blank one is none.
    package var configuredModel: String? {
        let named = (config.value["default_model"] ?? config.value["defaultModel"])?.string?.trimmed ?? ""
        return named.isEmpty ? nil : named
    }

    /// How far what is said to `model` travels: Ollama passes what is said to models with `cloud` behind their names on to its own
    /// servers, wherever it runs itself.
    package func tier(of model: String) -> PrivacyTier {
        let name = model.lowercased()
        guard kind == .ollama, name.hasSuffix("-cloud") || name.hasSuffix(":cloud") else { return privacyTier }
        return .proprietaryCloud
    }

    /// The model that the row names for a tier, in `models`, as `{"high": "large", "low": "small"}`.
    package func model(of tier: ModelTier) -> String? {
        let named = config.value["models"]?[tier.rawValue]?.string?.trimmed ?? ""
        return named.isEmpty ? nil : named
    }

    /// The model to ask when nobody names one: the row's, or the kind's.
    package var defaultModel: String? { configuredModel ?? kind.defaults.model }
}
