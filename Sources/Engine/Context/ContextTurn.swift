import Domain

/// A message of the thread, as the employee is told of it.
struct ContextTurn: Hashable, Sendable {
    let id: Message.ID
    /// Who said it; nobody when it was the employee.
    let author: String?
    /// What was said, with what was attached; quoted where a colleague said it.
    let text: String
    let tokens: Int

    init(id: Message.ID, author: String?, text: String) {
        self.id = id
        self.author = author
        self.text = text
        tokens = TokenEstimate.tokens(in: text) + TokenEstimate.tokens(in: author ?? "you") + Self.framing
    }

    /// The colon, and what formats put around a message.
    static let framing = 8

    /// With a line behind what was said.
    func adding(_ line: String) -> ContextTurn { ContextTurn(id: id, author: author, text: "\(text)\n\(line)") }

    /// With the name of who said it.
    var line: String { (author ?? "you") + (Quotation.begins(text) ? ":\n" : ": ") + text }

    /// What it counts for besides its text.
    private var around: Int { tokens - TokenEstimate.tokens(in: text) }

    /// As little of it as is of use.
    var floor: Int { min(tokens, around + 48) }

    /// The turn with no more than `limit` tokens, `nil` when that is too few to say anything.
    func cut(toTokens limit: Int) -> ContextTurn? {
        guard tokens > limit else { return self }
        let text = text.cut(toTokens: limit - around, at: .words)
        return text.isEmpty ? nil : ContextTurn(id: id, author: author, text: text)
    }
}
