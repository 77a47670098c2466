/// A finding of the copilot's periodic analysis.
package struct CopilotInsight: Codable, Hashable, Sendable {
    package typealias ID = Identifier<CopilotInsight>

    package var id: ID
    package var companyID: Company.ID
    package var category: InsightCategory
    package var severity: InsightSeverity
    package var title: String
    /// Markdown.
    package var detail: String
    package var actionSuggestion: String?
    /// The intent of the command that would carry the suggestion out.
    package var actionIntent: String?
    /// The entities of that intent.
    package var actionEntities: JSONColumn<JSONValue>?
    /// Absent while the insight is active.
    package var dismissedAt: Timestamp?
    package var createdAt: Timestamp
    /// After this the row is deleted.
    package var expiresAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case category
        case severity
        case title
        case detail
        case actionSuggestion = "action_suggestion"
        case actionIntent = "action_intent"
        case actionEntities = "action_entities_json"
        case dismissedAt = "dismissed_at"
        case createdAt = "created_at"
        case expiresAt = "expires_at"
    }

    package init(
        id: ID, companyID: Company.ID, category: InsightCategory, severity: InsightSeverity, title: String, detail: String,
        actionSuggestion: String? = nil, actionIntent: String? = nil, actionEntities: JSONColumn<JSONValue>? = nil,
        dismissedAt: Timestamp? = nil, createdAt: Timestamp, expiresAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.category = category
        self.severity = severity
        self.title = title
        self.detail = detail
        self.actionSuggestion = actionSuggestion
        self.actionIntent = actionIntent
        self.actionEntities = actionEntities
        self.dismissedAt = dismissedAt
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
