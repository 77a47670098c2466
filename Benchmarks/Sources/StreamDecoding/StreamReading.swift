package import Domain

/// A model's streamed answer read from its bytes, with the decoders that the gateway has for it.
package enum StreamReading {
    /// The formats that the gateway reads.
    package enum Format: String, CaseIterable, Sendable {
        case chat
        case responses
        case messages
        case gemini
        case ollama
    }

    /// The model events in a body that comes in `chunks`.
    ///
    /// - Throws: ``ModelError``.
    package static func events(in chunks: [[UInt8]], as format: Format) throws(ModelError) -> [ModelEvent] {
        let answer: any AnswerDecoder =
            switch format {
            case .chat: ChatStreamDecoder()
            case .responses: ResponsesStreamDecoder()
            case .messages: MessagesStreamDecoder()
            case .gemini: GenerateStreamDecoder()
            case .ollama: OllamaStreamDecoder()
            }
        var decoder = try BodyDecoder(
            contentType: "text/event-stream", framing: format == .ollama ? .lines : .events, answer: answer)
        var events: [ModelEvent] = []
        for chunk in chunks { try decoder.feed(chunk, into: &events) }
        return try events + decoder.end()
    }
}
