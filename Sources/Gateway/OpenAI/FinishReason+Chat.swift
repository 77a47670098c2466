import Domain

extension FinishReason {
    /// The reason that `finish_reason` names, or `nil` when it says that something failed.
    ///
    /// Words beside OpenAI's own are other servers'; one that nobody knows is taken for an ordinary end.
    init?(chat word: String) {
        switch word {
        case "tool_calls", "function_call", "tool_use": self = .toolCalls
        case "length", "max_tokens", "model_length": self = .length
        case "content_filter", "safety", "recitation": self = .contentFilter
        case "error", "abort", "insufficient_system_resource": return nil
        default: self = .stop
        }
    }
}
