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
        row.kind == .practice ? practice : try wireProvider(for: row)
    }

    package func embedder(for row: Provider) throws -> any EmbeddingProvider {
        guard row.kind.makesEmbeddings else { throw ModelError.makesNoVectors(row) }
        let provider = try wireProvider(for: row)
        guard let format = provider.format as? any EmbeddingFormat else { throw ModelError.makesNoVectors(row) }
        return WireEmbedder(provider: provider, format: format)
    }

    /// - Throws: ``ModelError``, as ``provider(for:)`` does.
    func wireProvider(for row: Provider) throws(ModelError) -> WireProvider {
        guard row.kind != .practice else { throw ModelError(.invalidRequest, "The practice model has no endpoint.") }
        let settings = try ProviderSettings(row)
        return WireProvider(
            endpoint: settings.endpoint, credential: try keys.credential(for: row, settings), format: settings.format, http: http,
            clocks: clocks(for: row, settings), time: time)
    }

    private func clocks(for row: Provider, _ settings: ProviderSettings) -> StreamClocks {
        var clocks = http.clocks
        // A small machine reads a long question for minutes before it says a word.
        if row.privacyTier == .local { clocks.firstByte = max(clocks.firstByte, .seconds(600)) }
        guard let firstByte = settings.firstByte else { return clocks }
        clocks.firstByte = firstByte
        if row.kind == .openai {  // its models think for minutes unseen, behind the first events of a stream
            clocks.idle = max(clocks.idle, firstByte)
            clocks.keepAlive = max(clocks.keepAlive, firstByte)
        }
        return clocks
    }
}
