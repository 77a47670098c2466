import Domain
import Store

extension TurnContext {
    /// What was said in the thread, as the employee is told of it.
    var turns: [ContextTurn] {
        var previous: Message.ID?
        return messages.compactMap { message in
            let text = text(of: message, after: previous)
            previous = message.id
            guard !text.trimmed.isEmpty else { return nil }
            let isOwn = message.authorID == employee.id.rawValue
            return ContextTurn(id: message.id, author: isOwn ? nil : Situation.name(message.authorID, self), text: text)
        }
    }

    /// A message as an employee is told of it: its words, then its files with how they begin.
    ///
    /// What a colleague wrote is quoted, and so is what stands in files. What the employee wrote is not where it is their own
    /// turn to speak, since there it is the model's word.
    func text(of message: Message) -> String {
        let isQuoted = message.authorKind == .employee && !isOwnWord(message)
        let words = isQuoted ? Quotation.of(message.content) : message.content
        let files = attachments[message.id] ?? []
        guard !files.isEmpty else { return words }
        return ([words].filter { !$0.isEmpty } + files.map(Self.line)).joined(separator: "\n")
    }

    /// Whether the message is the model's own turn to speak.
    func isOwnWord(_ message: Message) -> Bool { isConversation && message.authorID == employee.id.rawValue }

    /// A message as it stands among the others: when it answers another than the one before, it says which.
    ///
    /// - Parameter previous: The message before it.
    func text(of message: Message, after previous: Message.ID?) -> String {
        let text = text(of: message)
        guard let parent = message.parentID, parent != previous, message.authorID != employee.id.rawValue,
            let quoted = quoted[parent], !text.trimmed.isEmpty
        else { return text }
        let words = quoted.content.inOneLine
        let beginning = words.cut(to: Self.quoteLimit)
        return
            "[to \(Situation.name(quoted.authorID, self)): “\(beginning)\(beginning.utf8.count < words.utf8.count ? "…" : "")”]\n"
            + text
    }

    /// How much of a message that is answered stands before the answer.
    private static let quoteLimit = 160

    private static func line(_ file: VaultFile) -> String {
        let head = "[attached: \(file.originalName.inOneLine), file_id \(file.id)"
        guard let text = file.extractedText?.trimmed, !text.isEmpty else { return head + "]" }
        let excerpt = text.cut(to: excerptLimit)
        return "\(head); it begins:]\n\(Quotation.of(excerpt + (excerpt.utf8.count < text.utf8.count ? " …" : "")))"
    }

    /// How much of a file stands in the message; `read_file` hands out the rest.
    private static let excerptLimit = 600
}
