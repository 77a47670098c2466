import Domain

extension ModelRequest {
    /// What the request counts for, its tools included.
    var estimatedTokens: Int {
        messages.reduce(TokenEstimate.tokens(in: system)) { $0 + $1.estimatedTokens }
            + tools.reduce(0) { $0 + $1.estimatedTokens }
    }
}

extension ModelMessage {
    var estimatedTokens: Int {
        switch self {
        case .user(let text): TokenEstimate.tokens(in: text) + Self.framing
        case .image: Self.image + Self.framing
        case .assistant(let text, let calls):
            calls.reduce(TokenEstimate.tokens(in: text) + Self.framing) { $0 + $1.estimatedTokens }
        case .toolResult(_, let name, let content, _):
            TokenEstimate.tokens(in: content) + TokenEstimate.tokens(in: name) + 2 * Self.framing
        }
    }

    /// What formats put around a message.
    private static var framing: Int { 5 }

    /// What a picture of the size that models scale it to counts for.
    private static var image: Int { 1600 }
}

extension ToolCall {
    var estimatedTokens: Int { TokenEstimate.tokens(in: arguments) + TokenEstimate.tokens(in: name) + 10 }
}

extension ToolSpecification {
    /// With what formats put around it.
    var estimatedTokens: Int {
        TokenEstimate.tokens(in: "\(name) \(description) \(parameters)") + 16
    }
}
