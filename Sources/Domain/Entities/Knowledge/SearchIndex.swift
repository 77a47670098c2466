/// How far a company's index for search has come.
package struct SearchIndex: Codable, Hashable, Sendable {
    package var companyID: Company.ID
    /// The sequence number of the last event that was taken in.
    package var position: Int
    /// What the vectors are to be made by: ``offline``, or a provider's id, a slash and its model.
    package var embedder: String
    /// Grows with every change of the company's vectors.
    package var generation: Int
    /// How often in a row the provider could not be asked, or gave nothing.
    package var failures: Int
    /// Why, the last time.
    package var error: String?
    /// When the provider is asked again.
    package var retryAt: Timestamp?
    /// When something was last written.
    package var indexedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case companyID = "company_id"
        case position
        case embedder
        case generation
        case failures
        case error
        case retryAt = "retry_at"
        case indexedAt = "indexed_at"
    }

    package init(
        companyID: Company.ID, position: Int = 0, embedder: String = "", generation: Int = 0, failures: Int = 0,
        error: String? = nil, retryAt: Timestamp? = nil, indexedAt: Timestamp? = nil
    ) {
        self.companyID = companyID
        self.position = position
        self.embedder = embedder
        self.generation = generation
        self.failures = failures
        self.error = error
        self.retryAt = retryAt
        self.indexedAt = indexedAt
    }

    /// The name of the embedder inside the program; it changes whenever its vectors do.
    package static let offline = "offline/hashed-512-1"
}
