import Domain

/// What differs between the makers of chat-completions endpoints.
enum ChatDialect: Hashable, Sendable {
    /// OpenAI itself: the limit is called `max_completion_tokens`, and reasoning models refuse a temperature.
    case openAI
    /// Everybody else: the limit is called `max_tokens`.
    case compatible

    var outputLimitMember: String {
        switch self {
        case .openAI: "max_completion_tokens"
        case .compatible: "max_tokens"
        }
    }

    func takesTemperature(_ model: String) -> Bool {
        switch self {
        case .openAI: !["o1", "o3", "o4", "gpt-5"].contains { model.hasPrefix($0) }
        case .compatible: true
        }
    }
}
