package import Domain

/// Makes the provider that a row describes, and tries out whether one can be reached.
package struct ProviderCatalog: ModelProviders {
    private let http: OutboundHTTP
    private let time: any TimeSource
    private let practice: any ModelProvider
    let keys: ProviderKeys

    /// - Parameters:
    ///   - practice: The model inside the program.
    ///   - secrets: Where keys are kept.
    ///   - environment: Looks up the environment variable of a name: where keys may also come from.
    package init(
        http: OutboundHTTP, time: any TimeSource, practice: any ModelProvider, secrets: Secrets? = nil,
        environment: @escaping @Sendable (String) -> String?
    ) {
        self.http = http
        self.time = time
        self.practice = practice
        keys = ProviderKeys(secrets: secrets, environment: environment)
    }

    package func provider(for row: Provider) throws -> any ModelProvider {
        row.kind == .practice ? practice : try chatProvider(for: row)
    }

    /// - Throws: ``ModelError``, as ``provider(for:)`` does.
    func chatProvider(for row: Provider) throws(ModelError) -> OpenAIChatProvider {
        switch row.kind {
        case .google: throw Self.unsupported("Google's")
        case .anthropic: throw Self.unsupported("Anthropic's")
        case .practice: throw ModelError(.invalidRequest, "The practice model has no endpoint.")
        case .openai, .openrouter, .groq, .together, .fireworks, .ollama, .openaiCompatible: break
        }
        let settings = try ProviderSettings(row)
        var clocks = http.clocks
        // A small machine reads a long question for minutes before it says a word.
        if row.privacyTier == .local { clocks.firstByte = max(clocks.firstByte, .seconds(600)) }
        if let firstByte = settings.firstByte { clocks.firstByte = firstByte }
        return OpenAIChatProvider(
            endpoint: settings.endpoint, credential: try keys.credential(for: row, settings),
            dialect: row.kind == .openai ? .openAI : .compatible, http: http, clocks: clocks, time: time)
    }

    private static func unsupported(_ whose: String) -> ModelError {
        ModelError(
            .invalidRequest,
            "\(whose) own format is not supported yet. Reach the model through OpenRouter, or another OpenAI-compatible endpoint."
        )
    }
}
