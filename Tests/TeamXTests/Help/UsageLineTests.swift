import Testing

@testable import teamx

struct UsageLineTests {
    @Test func `a long line is broken between what belongs together`() {
        let help = "OVERVIEW: X\n\nUSAGE: teamx x [--first <first>] [--second <second>] <name>\n\nOPTIONS:"
        let lines = UsageLine.wrapped(help, width: 36).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines == ["OVERVIEW: X", "", "USAGE: teamx x [--first <first>]", "       [--second <second>] <name>", "", "OPTIONS:"])
    }

    @Test func `what is optional looks so`() {
        #expect(UsageLine.wrapped("USAGE: teamx inbox <options>") == "USAGE: teamx inbox [options]")
    }
}
