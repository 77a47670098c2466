import Domain

/// The summary of a conversation as the practice model writes it: the first words of what was said, and who said it.
struct PracticeDigest {
    let text: String

    /// `nil` when it is not asked for a digest.
    init?(_ scene: PracticeScene) {
        guard scene.sections["Digest"] != nil else { return nil }
        let before = (scene.sections["Summary so far"] ?? []).filter { !$0.isEmpty && $0 != "(none)" && $0 != Self.label }
        let said = (scene.sections["New messages"] ?? []).filter { $0.hasPrefix("- ") }
        var lines = before.suffix(12)
        for line in said.suffix(8) {
            let clause = PracticeSubject.short(String(line.dropFirst(2)))
            lines.append("- \(clause)")
        }
        text = (lines + [Self.label]).joined(separator: "\n")
    }

    private static let label = "(Put together by the practice model from the first words of each message.)"
}
