/// Something that search has to read, for the first time or again.
package struct IndexEntry: Codable, Hashable, Sendable {
    package var companyID: Company.ID
    package var sourceType: EmbeddingSource
    package var sourceID: String
    /// Grows whenever there is a new reason to read it; what was read before that does not count as done.
    package var revision: Int
    /// How often its vectors could not be had.
    package var attempts: Int
    /// Whether vectors are made anew even of words that have some.
    package var isAfresh: Bool
    package var queuedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case companyID = "company_id"
        case sourceType = "source_type"
        case sourceID = "source_id"
        case revision
        case attempts
        case isAfresh = "is_afresh"
        case queuedAt = "queued_at"
    }

    package init(
        companyID: Company.ID, sourceType: EmbeddingSource, sourceID: String, revision: Int = 1, attempts: Int = 0,
        isAfresh: Bool = false, queuedAt: Timestamp
    ) {
        self.companyID = companyID
        self.sourceType = sourceType
        self.sourceID = sourceID
        self.revision = revision
        self.attempts = attempts
        self.isAfresh = isAfresh
        self.queuedAt = queuedAt
    }
}
