import Domain
import Store

extension Situation {
    /// What was announced since the employee's last turn; it is read, and answered nowhere.
    static func announcementBlock(_ context: TurnContext) -> ContextBlock {
        let told = context.surroundings.announcements
        let lines = told.map { one in
            let text = context.text(of: one.message).split(separator: "\n").joined(separator: "\n  ")
            return "- \(name(one.message.authorID, context)), in “\(one.subject)”: \(text)"
        }
        return ContextBlock(
            .announcements, .high, origins: told.map { ContextOrigin("messages", $0.message.id.rawValue, $0.subject) },
            cutting: .words, share: 20, lines.isEmpty ? "" : "## Announced to everybody\n" + lines.joined(separator: "\n"))
    }
}
