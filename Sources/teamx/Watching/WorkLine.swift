/// How a line of the story looks: the time, who, and what, in columns.
enum WorkLine {
    /// The widest that a name is shown.
    static let nameWidth = 16

    /// - Parameters:
    ///   - clock: When it was; the time since the story began otherwise.
    ///   - quote: The text of the message that the line is about.
    static func text(_ line: WorkStory.Line, clock: String? = nil, quote: String?, on terminal: Terminal) -> String {
        let paint = terminal.outputPaint
        let time = clock ?? Quantity.clock(milliseconds: line.time)
        let name = Elision.tail(SafeText.line(line.name), to: nameWidth)
        let padded = name + String(repeating: " ", count: max(0, nameWidth - TextWidth.of(name)))
        let style = line.employee.map { Style.person(hash($0)) } ?? line.style
        var text = SafeText.line(line.text)
        if let quote { text += ": “\(Elision.tail(SafeText.line(quote), to: 200))”" }
        let room = max(20, terminal.width - TextWidth.of(time) - nameWidth - 4)
        let cut = line.keepsEnd ? Elision.middle(text, to: room) : Elision.tail(text, to: room)
        let shown = terminal.outputIsTerminal ? cut : text
        return "\(paint(time, .dim))  \(paint(padded, style))  \(paint(shown, line.style))"
    }

    /// The same number for the same id in every run of the program, which `Hashable` does not promise.
    private static func hash(_ id: String) -> Int { id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}
