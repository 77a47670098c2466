package import Domain

/// The same providers, whose answers hold no secret, in whatever pieces they come.
///
/// A model that was told a key, or whose server repeats what it was sent, would else bring it into the company's records.
package struct GuardedProviders<Inner: ModelProviders & ProviderChecks>: ModelProviders, ProviderChecks {
    private let inner: Inner
    private let redactor: Redactor

    package init(_ inner: Inner, redactor: Redactor) {
        self.inner = inner
        self.redactor = redactor
    }

    package func provider(for row: Provider) throws -> any ModelProvider {
        let provider = try inner.provider(for: row)
        return row.kind == .practice ? provider : GuardedProvider(inner: provider, redactor: redactor)
    }

    package func embedder(for row: Provider) throws -> any EmbeddingProvider {
        GuardedEmbedder(inner: try inner.embedder(for: row), redactor: redactor)
    }

    package func check(_ row: Provider) async -> ProviderCheck {
        var check = await inner.check(row)
        check.problem = check.problem.map(redactor.redacted)
        check.models = check.models.map(redactor.redacted)
        return check
    }

    package func key(of row: Provider) -> ProviderKey { inner.key(of: row) }

    package func isSet(variable name: String) -> Bool { inner.isSet(variable: name) }
}

/// A maker of vectors whose refusals hold no secret.
private struct GuardedEmbedder: EmbeddingProvider {
    let inner: any EmbeddingProvider
    let redactor: Redactor

    func embed(_ texts: [String], model: String) async throws -> TextVectors {
        do { return try await inner.embed(texts, model: model) } catch {
            guard var failure = error as? ModelError else { throw error }
            failure.message = redactor.redacted(failure.message)
            throw failure
        }
    }
}

/// A provider whose answers hold no secret.
private struct GuardedProvider: ModelProvider {
    let inner: any ModelProvider
    let redactor: Redactor

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        guard let redaction = redactor.redaction else { return try await inner.stream(request, onEvent: onEvent) }
        var (text, thought) = (RedactedStream(redaction), RedactedStream(redaction))
        func flush() async throws {
            let (words, thoughts) = (text.rest(), thought.rest())
            if !thoughts.isEmpty { try await onEvent(.thought(thoughts)) }
            if !words.isEmpty { try await onEvent(.text(words)) }
        }
        do {
            try await inner.stream(request) { event in
                switch event {
                case .text(let piece):
                    let clean = text.take(piece)
                    try await onEvent(clean.isEmpty ? .progress : .text(clean))
                case .thought(let piece):
                    let clean = thought.take(piece)
                    try await onEvent(clean.isEmpty ? .progress : .thought(clean))
                case .toolCall(let call):
                    try await flush()
                    let clean = ToolCall(
                        id: call.id, name: redaction.redacted(call.name), arguments: redaction.redacted(call.arguments),
                        signature: call.signature)
                    try await onEvent(.toolCall(clean))
                case .finish:
                    try await flush()
                    try await onEvent(event)
                case .progress, .usage: try await onEvent(event)
                }
            }
        } catch {
            // What had come by then is kept, unless nobody takes it any more.
            try? await flush()
            guard var failure = error as? ModelError else { throw error }
            failure.message = redaction.redacted(failure.message)
            throw failure
        }
    }
}
