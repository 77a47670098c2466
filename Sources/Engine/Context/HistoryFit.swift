import Domain

/// Keeps a turn that goes on for long within the model's window.
///
/// What tools answered first is shortened first, then what was written with them; at last whole exchanges are left out, the
/// oldest first. What the turn began with stays.
struct HistoryFit {
    /// How many messages the turn began with.
    let opening: Int
    /// What all messages together may count for.
    let room: Int

    func fitted(_ history: [ModelMessage]) -> [ModelMessage] {
        // Seven tokens for five bytes are more than any text counts for, so most turns need not be measured.
        guard history.reduce(0, { $0 + $1.size }) > room / 7 * 5 else { return history }
        var sizes = history.map(\.estimatedTokens)
        var total = sizes.reduce(0, +)
        guard total > room else { return history }
        var messages = history
        func put(_ message: ModelMessage, at place: Int) {
            messages[place] = message
            total -= sizes[place]
            sizes[place] = message.estimatedTokens
            total += sizes[place]
        }
        for limit in [400, 120] {
            for place in messages.indices.dropFirst(opening) where total > room && sizes[place] > limit {
                put(messages[place].shortened(to: limit), at: place)
            }
        }
        while total > room {
            let end = Self.endOfExchange(from: opening, in: messages)
            guard end < messages.count else { break }  // the last one is what the model goes on from
            total -= sizes[opening..<end].reduce(0, +)
            messages.removeSubrange(opening..<end)
            sizes.removeSubrange(opening..<end)
        }
        return messages
    }

    /// Where the message at `start` ends with all that belongs to it: calls are never without their answers.
    private static func endOfExchange(from start: Int, in messages: [ModelMessage]) -> Int {
        var end = start + 1
        while end < messages.count, case .toolResult = messages[end] { end += 1 }
        return end
    }
}

extension ModelMessage {
    /// Its bytes, and some for what formats put around them.
    fileprivate var size: Int {
        switch self {
        case .user(let text): text.utf8.count + 8
        case .image: 8000  // what counts for as many tokens as one does
        case .assistant(let text, let calls):
            calls.reduce(text.utf8.count + 8) { $0 + $1.arguments.utf8.count + $1.name.utf8.count + 16 }
        case .toolResult(_, let name, let content, _): content.utf8.count + name.utf8.count + 16
        }
    }

    fileprivate func shortened(to limit: Int) -> ModelMessage {
        switch self {
        case .user(let text): .user(text.cut(toTokens: limit, at: .words))
        case .image: .user("(A picture was here.)")
        case .assistant(let text, let calls):
            .assistant(text: text.cut(toTokens: limit, at: .words), toolCalls: calls.map { $0.shortened(to: limit) })
        case .toolResult(let id, let name, let content, let isError):
            .toolResult(callID: id, name: name, content: content.cut(toTokens: limit, at: .words), isError: isError)
        }
    }
}

extension ToolCall {
    /// The call with its long arguments shortened; what cannot be read becomes an empty object, since formats want one.
    fileprivate func shortened(to limit: Int) -> ToolCall {
        guard estimatedTokens > limit else { return self }
        var short = self
        guard case .object(let members)? = try? JSONValue(parsing: arguments) else {  // what is not JSON is not kept
            short.arguments = "{}"
            return short
        }
        let each = max(16, limit / max(1, members.count))
        short.arguments =
            JSONValue.object(
                members.mapValues { value in
                    guard case .string(let text) = value else { return value }
                    return .string(text.cut(toTokens: each, at: .words))
                }
            ).description
        return short
    }
}
