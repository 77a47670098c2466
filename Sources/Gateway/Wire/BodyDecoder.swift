import Domain

/// Decodes the body of an answer while it comes in, streamed or in one piece, as its content type says.
///
/// What is announced as events and begins with a bracket is an answer in one piece all the same: no event begins so.
struct BodyDecoder: Sendable {
    /// The most bytes that an answer in one piece may have.
    static let answerLimit = 8 << 20

    private enum Format {
        /// Announced as events, and nothing but these blanks has come.
        case undecided([UInt8])
        case events(ServerSentEventDecoder)
        case lines(LineDecoder)
        case json([UInt8])
    }

    private var pieceCount = 0
    private var format: Format
    private var answer: any AnswerDecoder

    /// - Throws: ``ModelError`` of class `malformed` for a web page, which is what a wrong base URL often answers.
    init(contentType: String?, framing: Framing, answer: any AnswerDecoder) throws(ModelError) {
        let type = (contentType ?? "").prefix { $0 != ";" }.lowercased()
        guard !type.contains("text/html") else {
            throw ModelError.foreign("A web page answered instead of a model. Is the base URL right?")
        }
        format =
            switch framing {
            case .lines: .lines(LineDecoder())
            case .events: type.contains("application/json") ? .json([]) : .undecided([])
            }
        self.answer = answer
    }

    /// How many pieces have come that are more than a sign of life.
    var eventCount: Int { pieceCount - answer.signsOfLife }

    /// The answer is over: whatever may still come is of no interest.
    var isDone: Bool { answer.isDone }

    /// Adds what `bytes` complete to `output`, what came before a failure too.
    ///
    /// - Throws: ``ModelError``, as ``AnswerDecoder`` does.
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
            let failure = Self.failure { () throws(ModelError) in try decoder.feed(bytes, into: &events) }
            format = .events(decoder)
            pieceCount += events.count
            for event in events { output += try answer.decode(event.data) }
            if let failure, !answer.isDone { throw failure }
        case .lines(var decoder):
            format = .json([])  // as above
            var lines: [[UInt8]] = []
            let failure = Self.failure { () throws(ModelError) in try decoder.feed(bytes, into: &lines) }
            format = .lines(decoder)
            pieceCount += lines.count
            for line in lines { output += try answer.decode(line) }
            if let failure, !answer.isDone { throw failure }
        case .json(var body):
            format = .json([])
            body += bytes
            guard body.count <= Self.answerLimit else {
                throw ModelError(.malformed, "The provider's answer has more than \(Self.answerLimit >> 20) MiB.")
            }
            format = .json(body)
        }
    }

    /// What the end of the body completes.
    ///
    /// - Throws: ``ModelError``, as ``AnswerDecoder/end()`` does.
    mutating func end() throws(ModelError) -> [ModelEvent] {
        switch format {
        case .undecided: return try answer.end()
        case .events(var decoder): return try end(after: decoder.end()?.data)
        case .lines(var decoder): return try end(after: decoder.end())
        case .json(let body): return try answer.decode(answer: body)
        }
    }

    /// What is left when the connection was lost: nothing, unless the answer was whole but for its end mark.
    ///
    /// - Throws: `loss`, what the connection was lost by.
    mutating func end(lostBy loss: ModelError) throws(ModelError) -> [ModelEvent] {
        do { return try answer.end() } catch { throw loss }
    }

    private mutating func end(after last: [UInt8]?) throws(ModelError) -> [ModelEvent] {
        var output: [ModelEvent] = []
        if let last {
            do { output = try answer.decode(last) } catch  where error.class == .malformed {
                // The last piece is cut off. Whether the answer is whole without it, the next line knows.
            }
        }
        return try output + answer.end()
    }

    private static func failure(of body: () throws(ModelError) -> Void) -> ModelError? {
        do {
            try body()
            return nil
        } catch { return error }
    }

    /// What a body that is announced as events turns out to be by its beginning.
    private static func format(of beginning: ArraySlice<UInt8>) -> Format {
        guard let first = beginning.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            // A stream that says nothing must not fill the memory.
            return beginning.count < 64 ? .undecided(Array(beginning)) : .events(ServerSentEventDecoder())
        }
        let isWhole = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        return isWhole ? .json([]) : .events(ServerSentEventDecoder())
    }
}
