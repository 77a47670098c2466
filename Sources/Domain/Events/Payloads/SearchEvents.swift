/// Somebody wants everything that search goes by made anew.
package struct IndexRebuildRequested: EventPayload {
    package static let type = EventType.indexRebuildRequested

    /// How many things there are to be read again.
    package let sources: Int

    package init(sources: Int) { self.sources = sources }

    private enum CodingKeys: String, CodingKey {
        case sources
    }
}

/// A provider was asked for the vectors of texts, and it is known what came of it and what it cost.
package struct EmbeddingEnded: EventPayload {
    package static let type = EventType.embeddingEnded

    package let runID: Run.ID
    package let employeeID: Employee.ID
    package let provider: String
    package let model: String
    /// How many texts there were; missing where the server ended before the answer was there.
    package let texts: Int?
    package let promptTokens: Int
    package let costUsd: Money
    /// What went wrong; missing where nothing did.
    package let error: String?
    package let errorClass: String?

    package init(_ run: Run, texts: Int?, totals: RunTotals, error: String? = nil, errorClass: String? = nil) {
        runID = run.id
        employeeID = run.employeeID
        provider = run.provider
        model = run.model
        self.texts = texts
        promptTokens = totals.promptTokens
        costUsd = totals.cost
        self.error = error
        self.errorClass = errorClass
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case employeeID = "employee_id"
        case provider
        case model
        case texts
        case promptTokens = "prompt_tokens"
        case costUsd = "cost_usd"
        case error
        case errorClass = "error_class"
    }
}
