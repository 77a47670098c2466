import Domain

/// An answer as far as a stream has brought it: what the decoders of all formats keep.
struct GrowingAnswer: Sendable {
    private(set) var isDone = false
    /// Anything of the format has come.
    var hasBegun = false
    /// Why the answer ends, once that is known: from then on it is whole, whatever becomes of the connection.
    var finishReason: FinishReason?
    var calls: ToolCallAssembly
    private var usage: TokenUsage?
    private var hasText = false
    /// Where the format's servers may leave thoughts within the text.
    private var tags: ThinkingTags?

    private let quote: Quotation

    init(ids: ToolCallIDs, quote: Quotation, readsTags: Bool = false) {
        tags = readsTags ? ThinkingTags() : nil
        calls = ToolCallAssembly(ids: ids)
        self.quote = quote
    }

    /// There is something that may count as an answer.
    var isWorthwhile: Bool { finishReason != nil || hasText || !calls.isEmpty }

    /// Nothing has come of the answer itself.
    var isEmpty: Bool { !hasText && calls.isEmpty }

    mutating func say(_ text: String?, into events: inout [ModelEvent]) {
        guard let text, !text.isEmpty else { return }
        hasText = true
        guard let pieces = tags?.take(text) else { return events.append(.text(text)) }
        events += pieces.map(ModelEvent.init)
        if tags?.isOver == true { tags = nil }
    }

    func think(_ text: String?, into events: inout [ModelEvent]) {
        guard let text, !text.isEmpty else { return }
        events.append(.thought(text))
    }

    /// Passes on `counts` unless they say nothing new.
    mutating func report(_ counts: TokenUsage?, into events: inout [ModelEvent]) {
        guard let counts, counts != usage else { return }
        usage = counts
        events.append(.usage(counts))
    }

    /// The end of the answer: its tool calls, and why it ended.
    ///
    /// - Throws: ``ModelError`` of class `malformed` when a call is not usable.
    mutating func finish() throws(ModelError) -> [ModelEvent] {
        guard !isDone else { return [] }
        isDone = true
        var reason = finishReason ?? .stop
        let whole = try calls.finished(cutShort: reason == .length || reason == .contentFilter)
        if reason == .stop, !whole.isEmpty { reason = .toolCalls }
        if reason == .toolCalls, whole.isEmpty { reason = .stop }
        let held = tags?.end() ?? []
        return held.map(ModelEvent.init) + whole.map(ModelEvent.toolCall) + [.finish(reason)]
    }

    /// The end of the answer at the end of the stream.
    ///
    /// - Throws: ``ModelError`` of class `brokenStream` when the answer was not over, `malformed` when none had begun.
    mutating func end() throws(ModelError) -> [ModelEvent] {
        if isDone { return [] }
        guard finishReason != nil else { throw hasBegun ? Self.incomplete : Self.nothing }
        return try finish()
    }

    /// The end of an answer that says by itself that it is over, with or without a reason.
    ///
    /// - Throws: ``ModelError`` of class `brokenStream` when there is nothing of an answer.
    mutating func close() throws(ModelError) -> [ModelEvent] {
        guard isWorthwhile else { throw Self.incomplete }
        return try finish()
    }

    func failure(_ error: ReportedError) -> ModelError { error.failure(quote) }

    func malformed(_ text: String, _ said: String = "") -> ModelError {
        ModelError(.malformed, text + (said.isEmpty ? "." : ": \(quote(said))"))
    }

    static let incomplete = ModelError(.brokenStream, "The provider's stream stopped before the answer was complete.")
    static let nothing = ModelError.foreign("The provider's answer is not a stream of chat events.")
    static let noMessage = ModelError(.malformed, "The provider's answer holds no message.")
}

extension ModelEvent {
    fileprivate init(_ piece: ThinkingTags.Piece) {
        switch piece {
        case .thought(let text): self = .thought(text)
        case .text(let text): self = .text(text)
        }
    }
}
