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
        case .openAI: !["o1", "o3", "o4", "gpt-5"].contains { model.hasPrefix($0) } && api(for: model) == .chat
        case .compatible: true
        }
    }

    /// The API that serves `model` where the provider's row does not say.
    func api(for model: String) -> OpenAIFormat.API {
        guard self == .openAI else { return .chat }
        // The dearest and the programming models, with or without a date behind the name, have no chat completions.
        let words = model.split(separator: "-")
        return words.contains { ["pro", "codex", "research"].contains($0) } || model.hasPrefix("computer-use")
            ? .responses : .chat
    }
}
