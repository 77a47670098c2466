/// How a streamed answer is cut into the pieces that mean something.
enum Framing: Hashable, Sendable {
    /// `text/event-stream`.
    case events
    /// A JSON object a line.
    case lines

    /// What to ask for.
    var contentType: String {
        switch self {
        case .events: "text/event-stream"
        case .lines: "application/x-ndjson"
        }
    }
}
