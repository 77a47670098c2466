/// A goal was taken up without a human's word, to be broken down.
package struct ProactiveGoalDecomposed: EventPayload {
    package static let type = EventType.proactiveGoalDecomposed

    package let goalID: Goal.ID
    package let runID: Run.ID
    package let threadID: Thread.ID
    package let proposalCount: Int
    package let decomposedAt: Timestamp

    package init(goalID: Goal.ID, runID: Run.ID, threadID: Thread.ID, proposalCount: Int, decomposedAt: Timestamp) {
        self.goalID = goalID
        self.runID = runID
        self.threadID = threadID
        self.proposalCount = proposalCount
        self.decomposedAt = decomposedAt
    }

    private enum CodingKeys: String, CodingKey {
        case goalID = "goal_id"
        case runID = "run_id"
        case threadID = "thread_id"
        case proposalCount = "proposal_count"
        case decomposedAt = "decomposed_at"
    }
}

/// Work without a human's word was not let through.
package struct ProactiveBlocked: EventPayload {
    package static let type = EventType.proactiveBlocked

    package let triggerID: String?
    package let reason: ProactiveBlock
    /// The reason in words.
    package let explanation: String
    package let autonomyMode: String
    package let blockedAt: Timestamp

    package init(
        triggerID: String? = nil, reason: ProactiveBlock, explanation: String, autonomyMode: String, blockedAt: Timestamp
    ) {
        self.triggerID = triggerID
        self.reason = reason
        self.explanation = explanation
        self.autonomyMode = autonomyMode
        self.blockedAt = blockedAt
    }

    private enum CodingKeys: String, CodingKey {
        case triggerID = "trigger_id"
        case reason
        case explanation
        case autonomyMode = "autonomy_mode"
        case blockedAt = "blocked_at"
    }
}

/// Work without a human's word has no money left.
package struct ProactiveBudgetBlocked: EventPayload {
    package static let type = EventType.proactiveBudgetBlocked

    package let triggerID: String
    package let policyID: BudgetPolicy.ID?
    package let reason: String
    package let blockedAt: Timestamp

    package init(triggerID: String, policyID: BudgetPolicy.ID? = nil, reason: String, blockedAt: Timestamp) {
        self.triggerID = triggerID
        self.policyID = policyID
        self.reason = reason
        self.blockedAt = blockedAt
    }

    private enum CodingKeys: String, CodingKey {
        case triggerID = "trigger_id"
        case policyID = "policy_id"
        case reason
        case blockedAt = "blocked_at"
    }
}

/// Work without a human's word could not be started.
package struct ProactiveError: EventPayload {
    package static let type = EventType.proactiveError

    package let operation: String
    package let message: String
    package let recoverable: Bool
    package let errorAt: Timestamp

    package init(operation: String, message: String, recoverable: Bool, errorAt: Timestamp) {
        self.operation = operation
        self.message = message
        self.recoverable = recoverable
        self.errorAt = errorAt
    }

    private enum CodingKeys: String, CodingKey {
        case operation
        case message
        case recoverable
        case errorAt = "error_at"
    }
}

/// Work without a human's word was allowed or forbidden.
package struct ProactiveEnabledChanged: EventPayload {
    package static let type = EventType.proactiveEnabledChanged

    package let enabled: Bool
    package let actorID: String
    package let changedAt: Timestamp

    package init(enabled: Bool, actorID: String, changedAt: Timestamp) {
        self.enabled = enabled
        self.actorID = actorID
        self.changedAt = changedAt
    }

    private enum CodingKeys: String, CodingKey {
        case enabled
        case actorID = "actor_id"
        case changedAt = "changed_at"
    }
}

/// What stands in the way of work without a human's word.
package enum ProactiveBlock: String, Vocabulary {
    case autonomyMode = "autonomy_mode"
    case authority
    case pause
    case budget
}
