package import Domain

/// A thread's digest as people see it, with what it does not cover yet.
package struct DigestView: Codable, Sendable {
    package struct Fact: Codable, Hashable, Sendable {
        package let id: String
        package let fact: String
        package let sourceMessageID: Message.ID?

        package enum CodingKeys: String, CodingKey {
            case id, fact
            case sourceMessageID = "source_message_id"
        }

        package init(_ pinned: PinnedFact) {
            id = pinned.id
            fact = pinned.fact
            sourceMessageID = pinned.sourceMessageID
        }
    }

    package let threadID: Thread.ID
    package let summary: String
    package let pinnedFacts: [Fact]
    package let lastSummarizedMessageID: Message.ID?
    package let estimatedTokens: Int
    package let freshness: DigestFreshness
    package let unsummarisedMessages: Int
    /// Whether a new one is on its way.
    package let isQueued: Bool
    package let updatedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case threadID = "thread_id"
        case summary
        case pinnedFacts = "pinned_facts"
        case lastSummarizedMessageID = "last_summarized_message_id"
        case estimatedTokens = "estimated_tokens"
        case freshness
        case unsummarisedMessages = "unsummarised_messages"
        case isQueued = "is_queued"
        case updatedAt = "updated_at"
    }
}

extension DigestView {
    package static func of(_ thread: Thread, in transaction: any Transaction) throws -> DigestView {
        let digest = try ThreadDigest.of(thread.id, in: transaction)
        let size: Int = try transaction.value("SELECT unsummarised_messages FROM threads WHERE id = \(thread.id)") ?? 0
        let isQueued = try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests WHERE thread_id = \(thread.id) AND cause = \(WakeupCause.digest)
              AND status IN ('pending', 'processing')
            """)
        return DigestView(
            threadID: thread.id, summary: digest?.summary ?? "", pinnedFacts: digest?.pinnedFacts.value.map(Fact.init) ?? [],
            lastSummarizedMessageID: digest?.lastSummarizedMessageID, estimatedTokens: digest?.estimatedTokens ?? 0,
            freshness: digest?.state ?? .stale, unsummarisedMessages: size, isQueued: isQueued, updatedAt: digest?.updatedAt)
    }
}

extension ThreadDigest {
    /// How well the summary covers its thread: `degraded` where the last message it was made of is gone.
    package var state: DigestFreshness {
        !summary.isEmpty && lastSummarizedMessageID == nil ? .degraded : freshness
    }
}
