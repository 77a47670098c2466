/// What was typed into the command palette and how it ended.
package struct CommandHistoryEntry: Codable, Hashable, Sendable {
    package typealias ID = Identifier<CommandHistoryEntry>

    package var id: ID
    package var companyID: Company.ID
    /// The word `user`, or the id of an operator or an employee.
    package var actorID: String
    /// What was typed.
    package var text: String
    /// What it was taken to mean.
    package var intent: String
    /// What the command was carried out with.
    package var entities: JSONColumn<JSONValue>
    /// ISO 8601 in UTC: the one moment that is not kept in milliseconds.
    package var executedAt: String
    package var outcome: CommandOutcome
    /// The id of what came of it.
    package var resultID: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case actorID = "actor_id"
        case text
        case intent
        case entities = "entities_json"
        case executedAt = "executed_at"
        case outcome
        case resultID = "result_id"
    }

    package init(
        id: ID, companyID: Company.ID, actorID: String, text: String, intent: String, entities: JSONColumn<JSONValue>,
        executedAt: String, outcome: CommandOutcome, resultID: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.actorID = actorID
        self.text = text
        self.intent = intent
        self.entities = entities
        self.executedAt = executedAt
        self.outcome = outcome
        self.resultID = resultID
    }
}
