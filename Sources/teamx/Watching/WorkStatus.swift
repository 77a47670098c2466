import Domain

/// The bottom line of the live view: how far things are, and who is writing what.
struct WorkStatus {
    /// What the text being written gets at least, before figures give way to it.
    static let tailWidth = 24

    let time: Duration
    let figures: WorkFigures
    let isConnected: Bool
    /// Whose text is shown; `nil` when nobody is in a turn.
    let who: String?
    /// What is written so far, or its end.
    let text: String
    /// What is known of the runs' prices.
    var spending = Spending([])

    func text(width: Int) -> String {
        let clock = Quantity.clock(milliseconds: time.wholeMilliseconds)
        let tokens = "\(Quantity.count(figures.promptTokens.addingClamped(figures.completionTokens))) tok"
        // In the order in which they are shown; the number says which are left out first.
        var parts: [(rank: Int, text: String)] = [
            (0, clock), (1, "\(figures.done)/\(figures.tickets) tickets"), (4, Quantity.of(figures.files, "file")), (2, tokens),
            (3, spending.short(figures.cost)),
        ]
        if figures.isPractice { parts.append((1, "practice model")) }
        if figures.working.count > 1 { parts.append((5, "\(figures.working.count) at work")) }
        if figures.isPaused { return joined(parts.map(\.text) + ["paused"]) }
        guard isConnected else { return joined(parts.map(\.text) + ["connecting …"]) }
        guard let who else { return joined(parts.map(\.text)) }
        let name = SafeText.line(String(who.prefix { $0 != " " })) + ": "
        var head = joined(parts.map(\.text) + [name])
        while TextWidth.of(head) + Self.tailWidth > width, let last = parts.map(\.rank).max(), last > 1 {
            parts.removeAll { $0.rank == last }
            head = joined(parts.map(\.text) + [name])
        }
        let written = SafeText.line(text)
        return head + Elision.head(written.isEmpty ? "thinks …" : written, to: max(1, width - TextWidth.of(head)))
    }

    private func joined(_ parts: [String]) -> String { parts.joined(separator: "  ") }
}
