/// The copilot noticed something.
package struct CopilotInsightFound: EventPayload {
    package static let type = EventType.copilotInsight

    package let insightID: CopilotInsight.ID
    /// Absent when no model was asked.
    package let runID: Run.ID?
    package let category: InsightCategory
    package let severity: InsightSeverity
    package let title: String
    package let expiresAt: Timestamp

    package init(
        insightID: CopilotInsight.ID, runID: Run.ID? = nil, category: InsightCategory, severity: InsightSeverity, title: String,
        expiresAt: Timestamp
    ) {
        self.insightID = insightID
        self.runID = runID
        self.category = category
        self.severity = severity
        self.title = title
        self.expiresAt = expiresAt
    }

    private enum CodingKeys: String, CodingKey {
        case insightID = "insight_id"
        case runID = "run_id"
        case category
        case severity
        case title
        case expiresAt = "expires_at"
    }
}

/// The copilot looked at a company.
package struct CopilotAnalyzed: EventPayload {
    package static let type = EventType.copilotAnalyzed

    /// Absent when no model was asked.
    package let runID: Run.ID?
    /// Why it looked, such as `scheduled` or `meeting.ended`, or why it did not.
    package let reason: String
    package let insightsProposed: Int
    package let insightsGenerated: Int
    /// How many said what an older one says.
    package let insightsMerged: Int
    package let insightsExpired: Int
    package let tokensIn: Int
    package let tokensOut: Int
    package let costUsd: Money
    /// In milliseconds.
    package let durationMs: Int

    package init(
        runID: Run.ID? = nil, reason: String, insightsProposed: Int, insightsGenerated: Int, insightsMerged: Int,
        insightsExpired: Int, tokensIn: Int, tokensOut: Int, costUsd: Money, durationMs: Int
    ) {
        self.runID = runID
        self.reason = reason
        self.insightsProposed = insightsProposed
        self.insightsGenerated = insightsGenerated
        self.insightsMerged = insightsMerged
        self.insightsExpired = insightsExpired
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.costUsd = costUsd
        self.durationMs = durationMs
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case reason
        case insightsProposed = "insights_proposed"
        case insightsGenerated = "insights_generated"
        case insightsMerged = "insights_merged"
        case insightsExpired = "insights_expired"
        case tokensIn = "tokens_in"
        case tokensOut = "tokens_out"
        case costUsd = "cost_usd"
        case durationMs = "duration_ms"
    }
}

/// An insight is too old to be shown.
package struct CopilotExpired: EventPayload {
    package static let type = EventType.copilotExpired

    package let insightID: CopilotInsight.ID
    package let runID: Run.ID?
    package let category: InsightCategory
    package let title: String

    package init(insightID: CopilotInsight.ID, runID: Run.ID? = nil, category: InsightCategory, title: String) {
        self.insightID = insightID
        self.runID = runID
        self.category = category
        self.title = title
    }

    private enum CodingKeys: String, CodingKey {
        case insightID = "insight_id"
        case runID = "run_id"
        case category
        case title
    }
}

/// A human put an insight away.
package struct CopilotDismissed: EventPayload {
    package static let type = EventType.copilotDismissed

    package let insightID: CopilotInsight.ID
    package let dismissedAt: Timestamp
    package let category: InsightCategory
    package let title: String

    package init(insightID: CopilotInsight.ID, dismissedAt: Timestamp, category: InsightCategory, title: String) {
        self.insightID = insightID
        self.dismissedAt = dismissedAt
        self.category = category
        self.title = title
    }

    private enum CodingKeys: String, CodingKey {
        case insightID = "insight_id"
        case dismissedAt = "dismissed_at"
        case category
        case title
    }
}

/// It was changed how much each category of insights counts.
package struct CopilotWeightsChanged: EventPayload {
    package static let type = EventType.copilotWeightsChanged

    /// By category; a category without weight is not shown.
    package let weights: [String: Double]
    package let changedKeys: [String]
    package let changedAt: Timestamp

    package init(weights: [String: Double], changedKeys: [String], changedAt: Timestamp) {
        self.weights = weights
        self.changedKeys = changedKeys
        self.changedAt = changedAt
    }

    private enum CodingKeys: String, CodingKey {
        case weights
        case changedKeys = "changed_keys"
        case changedAt = "changed_at"
    }
}
