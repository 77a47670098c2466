/// What an employee writes just now, as it is shown while it grows.
///
/// Some models write calls of tools into their text; of such a call its tool is told, not its JSON.
struct LiveText: Hashable, Sendable {
    /// How many characters are kept.
    private static let limit = 4000

    private var text = ""

    mutating func take(_ piece: String) {
        text += piece
        if text.utf8.count > 2 * Self.limit { text = String(text.suffix(Self.limit)) }
    }

    /// The text up to its end; where it has come to a call, what is called.
    var shown: String {
        guard let call = text.firstMatch(of: /<tool_call|<function|```(?:json|tool)|\{\s*(?:"|$)|\[\s*\{/) else { return text }
        guard let name = text[call.range.lowerBound...].firstMatch(of: /"(?:name|tool|function)"\s*:\s*"([A-Za-z0-9_.-]+)"/)
        else {
            return ""
        }
        return "uses \(name.output.1) …"
    }
}
