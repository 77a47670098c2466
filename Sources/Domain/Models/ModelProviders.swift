/// Makes the provider that a `providers` row describes.
package protocol ModelProviders: Sendable {
    /// - Throws: ``ModelError`` of class `unauthorized` when the row's credential is missing, `secretsClosed` when it cannot be read,
    ///   `invalidRequest` when its configuration is unusable.
    func provider(for row: Provider) throws -> any ModelProvider

    /// What makes vectors of texts there.
    ///
    /// - Throws: ``ModelError``, as ``provider(for:)`` does, and where a provider of the kind makes none.
    func embedder(for row: Provider) throws -> any EmbeddingProvider
}

extension ModelProviders {
    package func embedder(for row: Provider) throws -> any EmbeddingProvider { throw ModelError.makesNoVectors(row) }
}

extension ModelError {
    /// A provider's key was set and is not there, so that it is kept elsewhere, or is to come back.
    package static func keyIsElsewhere(_ row: Provider) -> ModelError {
        ModelError(
            .secretsClosed,
            "The secrets cannot be opened where the key of \(row.name) is: it was set, and is not where the server looks.")
    }

    package static func makesNoVectors(_ row: Provider) -> ModelError {
        ModelError(.invalidRequest, "\(row.name) makes no vectors of texts; search needs another embedding_provider.")
    }
}
