import Domain
import Store

extension TurnContext {
    /// A message as an employee is told of it: its words, then its files with how they begin.
    ///
    /// - Parameter limit: Of the words, in bytes.
    func text(of message: Message, limit: Int) -> String {
        let files = attachments[message.id] ?? []
        guard !files.isEmpty else { return message.content.cut(to: limit) }
        return ([message.content.cut(to: limit)].filter { !$0.isEmpty } + files.map(Self.line)).joined(separator: "\n")
    }

    private static func line(_ file: VaultFile) -> String {
        let head = "[attached: \(file.originalName), file_id \(file.id)"
        guard let text = file.extractedText?.trimmed, !text.isEmpty else { return head + "]" }
        let excerpt = text.cut(to: excerptLimit)
        return "\(head); it begins:\n\(excerpt)\(excerpt.utf8.count < text.utf8.count ? " …" : "")]"
    }

    /// How much of a file stands in the message; `read_file` hands out the rest.
    private static let excerptLimit = 600
}
