import Domain
import Store

extension Situation {
    /// What was announced since the employee's last turn; it is read, and answered nowhere.
    static func announcementBlock(_ context: TurnContext) -> ContextBlock {
        let told = context.surroundings.announcements
        let lines = told.map { one in
            // Not indented: a file that is attached has its fences where lines begin.
            "- \(name(one.message.authorID, context)), in “\(one.subject.inOneLine)”: \(context.text(of: one.message))"
        }
        return ContextBlock(
            .announcements, .high, origins: told.map { ContextOrigin("messages", $0.message.id.rawValue, $0.subject) },
            cutting: .words, share: 20, lines.isEmpty ? "" : "## Announced to everybody\n" + lines.joined(separator: "\n"))
    }
}
