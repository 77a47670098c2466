import Synchronization

/// Where the program says things: results on standard output, everything else on standard error.
///
/// The status line stands on standard error and makes way for every other line.
final class Console: Sendable {
    let terminal: Terminal
    /// Whether notes are left out.
    let isQuiet: Bool
    private let output: @Sendable (String) -> Void
    private let error: @Sendable (String) -> Void
    private let status = Mutex(StatusLine())

    init(
        _ terminal: Terminal, isQuiet: Bool = false,
        output: @escaping @Sendable (String) -> Void = { StandardStream.output.write($0) },
        error: @escaping @Sendable (String) -> Void = { StandardStream.error.write($0) }
    ) {
        self.terminal = terminal
        self.isQuiet = isQuiet
        self.output = output
        self.error = error
    }

    /// One that nothing is heard of.
    static let silent = Console(.piped, isQuiet: true, output: { _ in }, error: { _ in })

    /// A line of the result.
    func result(_ line: String) { write(line + "\n") }

    /// A piece of the result, as it is.
    func write(_ text: String) {
        status.withLock { status in
            if let erasure = status.erase() { error(erasure) }
            output(terminal.isASCII && terminal.outputIsTerminal ? ASCIIFallback.text(text) : text)
        }
    }

    /// Machine-readable text, which is UTF-8 whatever the locale.
    func raw(_ text: String) {
        status.withLock { status in
            if let erasure = status.erase() { error(erasure) }
            output(text)
        }
    }

    /// A remark that is no part of the result.
    func note(_ line: String) {
        if !isQuiet { warn(line) }
    }

    /// A remark of several words, broken between them; nothing in it is to be copied, as a command would be.
    func sentence(_ text: String) {
        for line in WordWrap.lines(text, width: terminal.errorIsTerminal ? terminal.width : nil) { note(line) }
    }

    /// A remark that is said even when quiet.
    func warn(_ line: String) {
        status.withLock { status in
            if let erasure = status.erase() { error(erasure) }
            error(encoded(line) + "\n")
        }
    }

    func noteReconnecting() { note("The connection is lost; trying again …") }

    /// Asks for a line of input.
    func prompt(_ text: String) {
        eraseStatus()
        error(encoded(text))
    }

    /// What to type next, dimmed.
    func hint(_ line: String) { note(terminal.errorPaint("Next: " + line, .dim)) }

    /// Shows what is going on in the bottom line of a terminal; nothing elsewhere.
    ///
    /// `text` is plain and may be too long.
    func showStatus(_ text: String) {
        guard terminal.canRedraw, !isQuiet else { return }
        let line = terminal.errorPaint(encoded(Elision.tail(text, to: terminal.width - 1)), .dim)
        status.withLock { status in
            if let bytes = status.show(line, at: .now) { error(bytes) }
        }
    }

    /// Takes the bottom line away for good.
    func endStatus() {
        status.withLock { status in
            if let erasure = status.erase() { error(erasure) }
            status.isOver = true
        }
    }

    func eraseStatus() {
        status.withLock { status in
            if let erasure = status.erase() { error(erasure) }
        }
    }

    private func encoded(_ text: String) -> String {
        terminal.isASCII && terminal.errorIsTerminal ? ASCIIFallback.text(text) : text
    }
}
