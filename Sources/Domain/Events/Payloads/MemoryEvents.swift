/// The digest of a thread was made or changed, by a model or by a person.
package struct DigestUpdated: EventPayload {
    package static let type = EventType.digestUpdated

    package let threadID: Thread.ID
    package let digestID: ThreadDigest.ID
    package let freshness: DigestFreshness
    /// The last message that the summary covers.
    package let lastSummarizedMessageID: Message.ID?
    package let estimatedTokens: Int
    /// How many facts are pinned.
    package let pinnedFacts: Int
    /// The fact that is pinned no longer, in the words that it had.
    package let removedFact: String?

    package init(_ digest: ThreadDigest, removed fact: String? = nil) {
        threadID = digest.threadID
        digestID = digest.id
        freshness = digest.freshness
        lastSummarizedMessageID = digest.lastSummarizedMessageID
        estimatedTokens = digest.estimatedTokens
        pinnedFacts = digest.pinnedFacts.value.count
        removedFact = fact
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case digestID = "digest_id"
        case freshness
        case lastSummarizedMessageID = "last_summarized_message_id"
        case estimatedTokens = "estimated_tokens"
        case pinnedFacts = "pinned_facts"
        case removedFact = "removed_fact"
    }
}

/// A boundary of work was noted from which it can be taken up.
package struct CheckpointCreated: EventPayload {
    package static let type = EventType.checkpointCreated

    package let checkpointID: RunCheckpoint.ID
    package let threadID: Thread.ID
    package let runID: Run.ID?
    package let employeeID: Employee.ID?
    package let kind: CheckpointKind

    package init(_ checkpoint: RunCheckpoint) {
        checkpointID = checkpoint.id
        threadID = checkpoint.threadID
        runID = checkpoint.runID
        employeeID = checkpoint.employeeID
        kind = checkpoint.checkpointKind
    }

    private enum CodingKeys: String, CodingKey {
        case checkpointID = "checkpoint_id"
        case threadID = "thread_id"
        case runID = "run_id"
        case employeeID = "employee_id"
        case kind
    }
}

/// Work was queued that takes a checkpoint up.
package struct CheckpointResumed: EventPayload {
    package static let type = EventType.checkpointResumed

    package let checkpointID: RunCheckpoint.ID
    package let threadID: Thread.ID
    package let wakeupID: WakeupRequest.ID

    package init(checkpointID: RunCheckpoint.ID, threadID: Thread.ID, wakeupID: WakeupRequest.ID) {
        self.checkpointID = checkpointID
        self.threadID = threadID
        self.wakeupID = wakeupID
    }

    private enum CodingKeys: String, CodingKey {
        case checkpointID = "checkpoint_id"
        case threadID = "thread_id"
        case wakeupID = "wakeup_id"
    }
}
