import Testing

@testable import Domain

extension EventSample {
    static let memoryEvents: [EventSample] = [
        EventSample(
            DigestUpdated(
                ThreadDigest(
                    id: .init("id"), companyID: .init("id"), threadID: .init("id"), summary: "text",
                    lastSummarizedMessageID: .init("id"), createdAt: Timestamp(milliseconds: 7),
                    updatedAt: Timestamp(milliseconds: 7)), removed: "text"),
            keys: "digest_id estimated_tokens freshness last_summarized_message_id pinned_facts removed_fact thread_id"),
        EventSample(
            CheckpointCreated(
                RunCheckpoint(
                    id: .init("id"), companyID: .init("id"), threadID: .init("id"), runID: .init("id"), employeeID: .init("id"),
                    checkpointKind: .manual, progressSummary: "text", createdAt: Timestamp(milliseconds: 7))),
            keys: "checkpoint_id employee_id kind run_id thread_id"),
        EventSample(
            CheckpointResumed(checkpointID: .init("id"), threadID: .init("id"), wakeupID: .init("id")),
            keys: "checkpoint_id thread_id wakeup_id"),
    ]

    static let searchEvents: [EventSample] = [
        EventSample(IndexRebuildRequested(sources: 7), keys: "sources"),
        EventSample(
            EmbeddingEnded(
                Run(
                    id: .init("id"), employeeID: .init("id"), provider: "text", model: "text",
                    startedAt: Timestamp(milliseconds: 7)),
                texts: 7, totals: RunTotals(), error: "text", errorClass: "text"),
            keys: "cost_usd employee_id error error_class model prompt_tokens provider run_id texts"),
    ]
}
