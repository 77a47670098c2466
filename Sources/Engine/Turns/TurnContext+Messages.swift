import Domain
import Store

extension TurnContext {
    /// A message as an employee is told of it: its words, then its files with how they begin.
    ///
    /// What a colleague wrote is quoted, and so is what stands in files. What the employee wrote is not where it is their own
    /// turn to speak, since there it is the model's word.
    func text(of message: Message) -> String {
        let isOwnWord = isConversation && message.authorID == employee.id.rawValue
        let isQuoted = message.authorKind == .employee && !isOwnWord
        let words = isQuoted ? Quotation.of(message.content) : message.content
        let files = attachments[message.id] ?? []
        guard !files.isEmpty else { return words }
        return ([words].filter { !$0.isEmpty } + files.map(Self.line)).joined(separator: "\n")
    }

    private static func line(_ file: VaultFile) -> String {
        let head = "[attached: \(file.originalName.inOneLine), file_id \(file.id)"
        guard let text = file.extractedText?.trimmed, !text.isEmpty else { return head + "]" }
        let excerpt = text.cut(to: excerptLimit)
        return "\(head); it begins:]\n\(Quotation.of(excerpt + (excerpt.utf8.count < text.utf8.count ? " …" : "")))"
    }

    /// How much of a file stands in the message; `read_file` hands out the rest.
    private static let excerptLimit = 600
}
