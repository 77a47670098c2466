/// Puts colour around text, or leaves it as it is.
struct Paint: Hashable, Sendable {
    let isOn: Bool

    func callAsFunction(_ text: String, _ style: Style?) -> String {
        guard isOn, let style, !text.isEmpty else { return text }
        return "\u{1B}[\(style.code)m\(text)\u{1B}[0m"
    }
}

/// How a piece of text looks.
///
/// Colour only ever repeats what a word says.
enum Style: Hashable, Sendable {
    case dim
    case bold
    case red
    case green
    case yellow
    case blue
    case magenta
    case cyan

    /// The parameter of the SGR sequence (ECMA-48, 8.3.117).
    fileprivate var code: String {
        switch self {
        case .bold: "1"
        case .dim: "2"
        case .red: "31"
        case .green: "32"
        case .yellow: "33"
        case .blue: "34"
        case .magenta: "35"
        case .cyan: "36"
        }
    }

    /// A colour for the `index`-th person, the same each time.
    static func person(_ index: Int) -> Style {
        let colours: [Style] = [.cyan, .magenta, .yellow, .blue, .green]
        return colours[((index % colours.count) + colours.count) % colours.count]
    }

    /// The colour of a state's word.
    static func state(_ word: String) -> Style? {
        switch word {
        case "done", "achieved", "success", "approved", "running", "completed", "answered": .green
        case "in-progress", "in review", "processing", "thinking", "streaming", "active", "ok": .cyan
        case "blocked", "error", "failed", "unreachable", "denied": .red
        case "paused", "pending", "open question", "changes_requested": .yellow
        case "idle", "cancelled", "archived", "abandoned", "offline", "disabled", "fired": .dim
        default: nil
        }
    }
}
