/// Decides when the line at the bottom is drawn, and with which bytes.
///
/// It is redrawn at most ten times a second, only when it changed, and is gone whenever anything else is written.
struct StatusLine: Sendable {
    static let interval: Duration = .milliseconds(100)

    /// Whether it is shown no more.
    var isOver = false
    private var shown: String?
    private var drawnAt: ContinuousClock.Instant?

    /// The bytes that show `text`, or `nil` while it is too early or nothing changed.
    mutating func show(_ text: String, at now: ContinuousClock.Instant) -> String? {
        if let drawnAt, now - drawnAt < Self.interval { return nil }
        guard !isOver, text != shown else { return nil }
        drawnAt = now
        shown = text
        return "\r" + text + "\u{1B}[K"
    }

    /// The bytes that take the line away, if it is there.
    mutating func erase() -> String? {
        guard shown != nil else { return nil }
        shown = nil
        drawnAt = nil
        return "\r\u{1B}[K"
    }
}
