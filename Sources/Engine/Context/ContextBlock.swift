import Domain

/// A piece of what a model is told, before it is decided how much of it there is room for.
struct ContextBlock: Hashable, Sendable {
    /// Where a text may be cut.
    enum Cutting: Hashable, Sendable {
        case words
        /// Only between lines, since half an id is a wrong one.
        case lines
    }

    let kind: ContextKind
    /// The rows it is made of.
    let origins: [ContextOrigin]
    let priority: ContextPriority
    /// Whole, with its heading; empty when there is nothing to say.
    let text: String
    let cutting: Cutting
    /// The most of the room that it may have, in hundredths.
    let share: Int
    /// Why it is left out whatever room there is.
    let irrelevance: ContextReason?
    let tokens: Int

    init(
        _ kind: ContextKind, _ priority: ContextPriority, origins: [ContextOrigin] = [], cutting: Cutting = .lines,
        share: Int = 100, irrelevant: Bool = false, _ text: String
    ) {
        self.kind = kind
        self.priority = priority
        self.origins = origins
        self.text = text
        self.cutting = cutting
        self.share = share
        irrelevance = text.isEmpty ? .empty : irrelevant ? .irrelevant : nil
        tokens = text.isEmpty ? 0 : TokenEstimate.tokens(in: text) + Self.separator
    }

    /// The line breaks behind a block.
    static let separator = 2

    /// As little of a critical block as is of use.
    var floor: Int { min(tokens, 60) }
}

/// The row that a block comes from.
struct ContextOrigin: Hashable, Sendable {
    /// The name of the table, such as `tickets`.
    let table: String
    let id: String
    /// What people call it.
    let name: String?

    init(_ table: String, _ id: String, _ name: String? = nil) {
        self.table = table
        self.id = id
        self.name = name
    }
}

extension String {
    /// As much of the text as counts for no more than `limit` tokens, with a mark where it was cut.
    ///
    /// A quotation that is cut has its end all the same. Empty when not even the mark and a word fit.
    func cut(toTokens limit: Int, at cutting: ContextBlock.Cutting) -> String {
        guard TokenEstimate.tokens(in: self) > limit else { return self }
        let fence = Quotation.longest(in: self).map { TokenEstimate.tokens(in: "\n" + $0) } ?? 0
        let room = limit - Self.markTokens - fence
        guard room > 0 else { return "" }
        var kept = TokenEstimate.prefix(of: self, within: room)
        if cutting == .lines, let end = kept.lastIndex(of: "\n") { kept = kept[..<end] }
        guard fence > 0 else { return kept.isEmpty ? "" : kept + Self.cutMark }
        let torn = kept.lastIndex(of: "\n") ?? kept.startIndex
        if Quotation.isTorn(kept[torn...].drop { $0 == "\n" }), Quotation.open(in: kept[..<torn]) == nil { kept = kept[..<torn] }
        let end = Quotation.open(in: kept).map { "\n" + $0 } ?? ""
        return kept.isEmpty ? "" : kept + Self.cutMark + end
    }

    static let cutMark = "\n[… cut here]"
    private static let markTokens = TokenEstimate.tokens(in: cutMark)
}
