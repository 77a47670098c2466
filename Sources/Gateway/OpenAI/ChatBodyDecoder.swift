import Domain

/// Decodes the body of a chat-completions answer while it comes in, streamed or in one piece, as its content type says.
///
/// What is announced as a stream and begins with a brace is an answer in one piece all the same: no event begins so.
struct ChatBodyDecoder: Sendable {
    /// The most bytes that an answer in one piece may have.
    static let answerLimit = 8 << 20

    private enum Format {
        /// Announced as events, and nothing but these blanks has come.
        case undecided([UInt8])
        case events(ServerSentEventDecoder)
        case json([UInt8])
    }

    /// How many stream events with data have come: what tells progress from mere signs of life.
    private(set) var eventCount = 0
    private var format: Format
    private var chat: ChatStreamDecoder

    /// - Throws: ``ModelError`` of class `malformed` for a web page, which is what a wrong base URL often answers.
    init(contentType: String?, ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) throws(ModelError) {
        let type = (contentType ?? "").prefix { $0 != ";" }.lowercased()
        guard !type.contains("text/html") else {
            throw ModelError(.malformed, "A web page answered instead of a model. Is the base URL right?")
        }
        format = type.contains("application/json") ? .json([]) : .undecided([])
        chat = ChatStreamDecoder(ids: ids, quote: quote)
    }

    /// The answer is over: whatever may still come is of no interest.
    var isDone: Bool { chat.isDone }

    /// Adds what `bytes` complete to `output`, what came before a failure too.
    ///
    /// - Throws: ``ModelError``, as ``ChatStreamDecoder/decode(_:)`` does.
    mutating func feed(_ bytes: [UInt8], into output: inout [ModelEvent]) throws(ModelError) {
        switch format {
        case .undecided(let blanks):
            let beginning = (blanks + bytes).drop { [0xEF, 0xBB, 0xBF].contains($0) }  // the byte order mark
            format = Self.format(of: beginning)
            if case .undecided = format { return }
            try feed(Array(beginning), into: &output)
        case .events(var decoder):
            format = .json([])  // so that the decoder's buffers have one owner while it works
            var events: [ServerSentEvent] = []
            let failure: ModelError?
            do {
                try decoder.feed(bytes, into: &events)
                failure = nil
            } catch { failure = error }
            format = .events(decoder)
            eventCount += events.count
            for event in events { output += try chat.decode(event.data) }
            if let failure { throw failure }
        case .json(var answer):
            format = .json([])
            answer += bytes
            guard answer.count <= Self.answerLimit else {
                throw ModelError(.malformed, "The provider's answer has more than \(Self.answerLimit >> 20) MiB.")
            }
            format = .json(answer)
        }
    }

    /// What the end of the body completes.
    ///
    /// - Throws: ``ModelError``, as ``ChatStreamDecoder/end()`` does.
    mutating func end() throws(ModelError) -> [ModelEvent] {
        switch format {
        case .undecided: return try chat.end()
        case .events(var decoder):
            var output: [ModelEvent] = []
            if let event = try decoder.end() {
                do { output = try chat.decode(event.data) } catch  where error.class == .malformed {
                    // The last event is cut off. Whether the answer is whole without it, the next line knows.
                }
            }
            return try output + chat.end()
        case .json(let answer): return try chat.decode(answer: answer)
        }
    }

    /// What a body that is announced as events turns out to be by its beginning.
    private static func format(of beginning: ArraySlice<UInt8>) -> Format {
        guard let first = beginning.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            // A stream that says nothing must not fill the memory.
            return beginning.count < 64 ? .undecided(Array(beginning)) : .events(ServerSentEventDecoder())
        }
        return first == UInt8(ascii: "{") ? .json([]) : .events(ServerSentEventDecoder())
    }

    /// What is left when the connection was lost: nothing, unless the answer was whole but for its end mark.
    ///
    /// - Throws: `loss`, what the connection was lost by.
    mutating func end(lostBy loss: ModelError) throws(ModelError) -> [ModelEvent] {
        do { return try chat.end() } catch { throw loss }
    }
}
