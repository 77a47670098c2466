/// The running summary of a thread; one at most.
package struct ThreadDigest: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ThreadDigest>

    package var id: ID
    package var companyID: Company.ID
    package var threadID: Thread.ID
    package var summary: String
    package var pinnedFacts: JSONColumn<[PinnedFact]>
    /// The last message that the summary covers.
    package var lastSummarizedMessageID: Message.ID?
    package var estimatedTokens: Int
    package var freshness: DigestFreshness
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case threadID = "thread_id"
        case summary
        case pinnedFacts = "pinned_facts_json"
        case lastSummarizedMessageID = "last_summarized_message_id"
        case estimatedTokens = "estimated_tokens"
        case freshness
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID, threadID: Thread.ID, summary: String, pinnedFacts: JSONColumn<[PinnedFact]> = [],
        lastSummarizedMessageID: Message.ID? = nil, estimatedTokens: Int = 0, freshness: DigestFreshness = .stale,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.threadID = threadID
        self.summary = summary
        self.pinnedFacts = pinnedFacts
        self.lastSummarizedMessageID = lastSummarizedMessageID
        self.estimatedTokens = estimatedTokens
        self.freshness = freshness
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
