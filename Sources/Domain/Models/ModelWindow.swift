/// How many tokens a model takes in, what it is asked and what it answers together.
package struct ModelWindow: Hashable, Sendable {
    /// Where the number is from.
    package enum Source: String, Vocabulary {
        /// `context_window` of the provider's row.
        case provider
        /// The table of well-known models.
        case model
        /// What is assumed of the provider's kind.
        case kind
    }

    package var tokens: Int
    package var source: Source

    package init(tokens: Int, source: Source) {
        self.tokens = tokens
        self.source = source
    }
}

extension ModelWindow {
    /// What the makers say of their models, by the beginning of the name, the longer ones first.
    static let known: [(prefix: String, tokens: Int)] = [
        ("claude", 200_000), ("gpt-5", 400_000), ("gpt-4.1", 1_047_576), ("gpt-4o", 128_000), ("gpt-4-turbo", 128_000),
        ("gpt-4", 8192), ("gpt-3.5-turbo", 16_385), ("o1", 200_000), ("o3", 200_000), ("o4", 200_000), ("gemini", 1_048_576),
        ("llama-3.1", 131_072), ("llama-3.2", 131_072), ("llama-3.3", 131_072), ("llama-v3p1", 131_072),
        ("meta-llama-3.1", 131_072), ("llama-3", 8192), ("mixtral-8x7b", 32_768), ("mistral-large", 131_072),
        ("mistral-small", 32_768), ("deepseek", 65_536), ("qwen2.5", 32_768), ("qwen3", 32_768),
    ]
}

extension Provider {
    /// The window of `model` here: what the row says, else what is known of the model, else what is usual for the kind.
    ///
    /// A server on this machine has the window it was started with, whatever its model could do; so for those the table of
    /// models does not count.
    package func window(of model: String) -> ModelWindow {
        if let said = config.value["context_window"]?.integer, said > 0 {
            return ModelWindow(tokens: Int(clamping: said), source: .provider)
        }
        let name = (model.split(separator: "/").last ?? "").lowercased()
        if privacyTier != .local, let known = ModelWindow.known.first(where: { name.hasPrefix($0.prefix) }) {
            return ModelWindow(tokens: known.tokens, source: .model)
        }
        return ModelWindow(tokens: kind.usualWindow(isLocal: privacyTier == .local), source: .kind)
    }
}

extension ProviderKind {
    fileprivate func usualWindow(isLocal: Bool) -> Int {
        switch self {
        case .practice: 131_072  // it reads whatever it is given
        case .ollama: 4096  // what Ollama serves unless OLLAMA_CONTEXT_LENGTH says otherwise
        default: isLocal ? 8192 : 32_768
        }
    }
}
