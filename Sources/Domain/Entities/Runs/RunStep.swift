/// One committed model call of a turn with the results of its tools, so that an interrupted turn goes on where it stood.
package struct RunStep: Codable, Hashable, Sendable {
    package var runID: Run.ID
    /// The place within the run, from 0.
    package var step: Int
    /// The request that the run answered.
    package var wakeupID: WakeupRequest.ID?
    /// The kind of the provider, or another word for what answered; the list is open.
    package var provider: String
    package var model: String
    /// What the model said.
    package var text: String
    /// The calls that the model wanted made.
    package var toolCalls: JSONColumn<[ToolCall]>
    /// What the tools answered, in the order of the calls.
    package var results: JSONColumn<[ModelMessage]>
    /// All tokens read, those from the provider's cache included.
    package var promptTokens: Int
    package var completionTokens: Int
    /// How many of ``promptTokens`` came from the provider's cache.
    package var cacheReadTokens: Int
    /// In US dollars.
    package var costUsd: Money
    /// In which ledger ``costUsd`` stands.
    package var costKind: CostKind
    package var finishReason: FinishReason?
    package var startedAt: Timestamp
    package var endedAt: Timestamp
    /// The row of the provider that took the call, which may be gone; absent in rows from before the column was there.
    package var providerID: Provider.ID?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case runID = "run_id"
        case step
        case wakeupID = "wakeup_id"
        case provider
        case model
        case text
        case toolCalls = "tool_calls_json"
        case results = "results_json"
        case promptTokens = "prompt_tokens"
        case completionTokens = "completion_tokens"
        case cacheReadTokens = "cache_read_tokens"
        case costUsd = "cost_usd"
        case costKind = "cost_kind"
        case finishReason = "finish_reason"
        case startedAt = "started_at"
        case endedAt = "ended_at"
        case providerID = "provider_id"
    }

    package init(
        runID: Run.ID, step: Int, wakeupID: WakeupRequest.ID? = nil, provider: String, model: String, text: String = "",
        toolCalls: JSONColumn<[ToolCall]> = [], results: JSONColumn<[ModelMessage]> = [], promptTokens: Int = 0,
        completionTokens: Int = 0, cacheReadTokens: Int = 0, costUsd: Money = .zero, costKind: CostKind = .billed,
        finishReason: FinishReason? = nil, startedAt: Timestamp, endedAt: Timestamp, providerID: Provider.ID? = nil
    ) {
        self.runID = runID
        self.step = step
        self.wakeupID = wakeupID
        self.provider = provider
        self.model = model
        self.text = text
        self.toolCalls = toolCalls
        self.results = results
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.cacheReadTokens = cacheReadTokens
        self.costUsd = costUsd
        self.costKind = costKind
        self.finishReason = finishReason
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.providerID = providerID
    }
}
