/// Somebody gave a command in words.
package struct CommandExecuted: EventPayload {
    package static let type = EventType.commandExecuted

    package let actorID: String
    package let intent: String
    /// What the words were taken to mean, by the intent's slots.
    package let entities: JSONValue
    package let rawText: String
    package let outcome: CommandOutcome
    /// The id of what the command made.
    package let resultID: String?
    /// In milliseconds.
    package let durationMs: Int
    package let runID: Run.ID?
    package let threadID: Thread.ID?

    package init(
        actorID: String, intent: String, entities: JSONValue, rawText: String, outcome: CommandOutcome, resultID: String? = nil,
        durationMs: Int, runID: Run.ID? = nil, threadID: Thread.ID? = nil
    ) {
        self.actorID = actorID
        self.intent = intent
        self.entities = entities
        self.rawText = rawText
        self.outcome = outcome
        self.resultID = resultID
        self.durationMs = durationMs
        self.runID = runID
        self.threadID = threadID
    }

    private enum CodingKeys: String, CodingKey {
        case actorID = "actor_id"
        case intent
        case entities
        case rawText = "raw_text"
        case outcome
        case resultID = "result_id"
        case durationMs = "duration_ms"
        case runID = "run_id"
        case threadID = "thread_id"
    }
}
