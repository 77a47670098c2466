/// A source of model output: a provider's API, or a model inside the program.
///
/// A conformer speaks one wire format to one endpoint with one credential. It does not retry, count money or know who
/// asks; the model gate in `Engine` does that for all of them.
package protocol ModelProvider: Sendable {
    /// Streams the answer to `request`, event by event, and returns when it is complete.
    ///
    /// The connection lives inside the call: cancelling the task closes it, and an error thrown by `onEvent` ends the
    /// call with that error. ``ModelEvent/finish(_:)`` comes exactly once, last but for ``ModelEvent/usage(_:)``.
    ///
    /// - Throws: ``ModelError`` for everything that goes wrong on the way, a stream that stops early included;
    ///   `CancellationError` when the task was cancelled.
    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws
}

/// What a model is asked.
package struct ModelRequest: Hashable, Sendable {
    package var model: String
    package var system: String
    package var messages: [ModelMessage]
    package var tools: [ToolSpecification]
    /// The most tokens the answer may have; `nil` leaves it to the provider.
    package var maxOutputTokens: Int?
    /// From 0 (the likeliest words) to 2; `nil` leaves it to the provider.
    package var temperature: Double?

    package init(
        model: String, system: String, messages: [ModelMessage], tools: [ToolSpecification] = [],
        maxOutputTokens: Int? = nil, temperature: Double? = nil
    ) {
        self.model = model
        self.system = system
        self.messages = messages
        self.tools = tools
        self.maxOutputTokens = maxOutputTokens
        self.temperature = temperature
    }
}

/// One message of the conversation that a model continues.
package enum ModelMessage: Hashable, Codable, Sendable {
    case user(String)
    /// A picture that the user shows, beside what they say before or after it.
    case image(ModelImage)
    case assistant(text: String, toolCalls: [ToolCall])
    /// What a tool answered to the call with `callID`.
    case toolResult(callID: String, name: String, content: String, isError: Bool)
}

/// A call that a model wants made.
package struct ToolCall: Hashable, Codable, Sendable {
    /// Unique within the conversation; made up by the provider, or by us where its format has none.
    package var id: String
    package var name: String
    /// The arguments as the model wrote them: meant to be a JSON object, not yet checked.
    package var arguments: String
    /// What the provider wants to see again with the call, unread; `nil` where its format has nothing of the kind.
    package var signature: String?

    package init(id: String, name: String, arguments: String, signature: String? = nil) {
        self.id = id
        self.name = name
        self.arguments = arguments
        self.signature = signature
    }
}

/// One piece of a streamed answer.
package enum ModelEvent: Hashable, Sendable {
    /// More of the answer's text.
    case text(String)
    /// More of what the model thinks before it answers, which is no part of the answer.
    case thought(String)
    /// The answer comes on without words: the model thinks unseen, or writes a tool call that is not whole yet.
    case progress
    /// A whole tool call, sent when its last piece has arrived.
    case toolCall(ToolCall)
    /// Token counts so far. The last one counts.
    case usage(TokenUsage)
    case finish(FinishReason)
}

/// Tokens that a call took, as the provider reported them.
package struct TokenUsage: Hashable, Codable, Sendable {
    /// All tokens read, those from the provider's cache included.
    package var prompt: Int
    package var completion: Int
    /// How many of ``prompt`` came from the provider's cache.
    package var cacheRead: Int
    /// How many of ``prompt`` were put into the provider's cache, where it charges for that apart.
    package var cacheWrite: Int

    package init(prompt: Int, completion: Int, cacheRead: Int = 0, cacheWrite: Int = 0) {
        self.prompt = prompt
        self.completion = completion
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
    }
}

/// Why an answer ended.
package enum FinishReason: String, Vocabulary {
    case stop
    case toolCalls = "tool_calls"
    /// The answer reached the most tokens it may have.
    case length
    case contentFilter = "content_filter"
}
