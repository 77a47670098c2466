/// Makes the provider that a `providers` row describes.
package protocol ModelProviders: Sendable {
    /// - Throws: ``ModelError`` of class `unauthorized` when the row's credential is missing, `invalidRequest` when its
    ///   configuration is unusable.
    func provider(for row: Provider) throws -> any ModelProvider
}
