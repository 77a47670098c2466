import Testing

@testable import teamx

struct ConsoleTests {
    private let transcript = Transcript()

    @Test func `results go to standard output and notes to standard error`() {
        let console = transcript.console(.piped)
        console.result("a result")
        console.note("a note")
        #expect(transcript.all == ["out: a result\n", "err: a note\n"])
    }

    @Test func `the status line makes way for every other line`() {
        let console = transcript.console(.wide(80))
        console.showStatus("working")
        console.result("a result")
        console.eraseStatus()
        #expect(transcript.all == ["err: \rworking\u{1B}[K", "err: \r\u{1B}[K", "out: a result\n"])
    }

    @Test func `there is no status line in a pipe and on a dumb terminal`() {
        transcript.console(.piped).showStatus("working")
        var dumb = Terminal.wide(80)
        dumb.isDumb = true
        transcript.console(dumb).showStatus("working")
        #expect(transcript.all.isEmpty)
    }

    @Test func `the status line never wraps`() {
        transcript.console(.wide(10)).showStatus("0123456789abc")
        #expect(transcript.all == ["err: \r01234567…\u{1B}[K"])
    }

    @Test func `quiet leaves out notes, not warnings`() {
        let console = transcript.console(.piped, isQuiet: true)
        console.note("a note")
        console.warn("a warning")
        #expect(transcript.all == ["err: a warning\n"])
    }

    @Test func `a terminal without UTF-8 gets stand-ins, JSON stays as it is`() {
        var terminal = Terminal.wide(80)
        terminal.isASCII = true
        let console = transcript.console(terminal)
        console.result("a → b")
        console.raw("{\"a\":\"é\"}\n")
        #expect(transcript.all == ["out: a > b\n", "out: {\"a\":\"é\"}\n"])
    }
}

struct StatusLineTests {
    private let start = ContinuousClock.now

    @Test func `it is drawn ten times a second at most`() {
        var line = StatusLine()
        let drawn = (0..<100).compactMap { line.show("\($0)", at: start + .milliseconds($0 * 10)) }
        #expect(drawn.count == 10)
    }

    @Test func `what did not change is not drawn again`() {
        var line = StatusLine()
        let shows = [0, 1].map { line.show("same", at: start + .seconds($0)) }
        #expect(shows == ["\rsame\u{1B}[K", nil])
    }

    @Test func `it is erased once`() {
        var line = StatusLine()
        let before = line.erase()
        _ = line.show("text", at: start)
        let erasures = [line.erase(), line.erase()]
        #expect(before == nil)
        #expect(erasures == ["\r\u{1B}[K", nil])
    }
}
