import Testing

@testable import teamx

struct TableTests {
    private let table = Table(
        columns: [.init("#", .number), .init("TITLE"), .init("STATUS", .state), .init("WHO"), .init("ID", .whole)],
        rows: [
            [
                "1", "Launch a weekly newsletter about repairing things instead of replacing them", "done", "Ada Moreau",
                "0P7C95YL",
            ],
            ["12", "Market research", "in-progress", "Jun Ito", "0P7C95YM"],
        ])

    @Test func `at 80 columns the longest column gives way in its middle`() {
        #expect(
            table.lines(width: 80, paint: Paint(isOn: false)) == [
                " #  TITLE                                      STATUS       WHO         ID",
                " 1  Launch a weekly news…ad of replacing them  done         Ada Moreau  0P7C95YL",
                "12  Market research                            in-progress  Jun Ito     0P7C95YM",
            ])
    }

    @Test func `at 120 columns everything fits`() {
        #expect(
            table.lines(width: 120, paint: Paint(isOn: false)) == [
                " #  TITLE                                                                        STATUS       WHO         ID",
                " 1  Launch a weekly newsletter about repairing things instead of replacing them  done         Ada Moreau  0P7C95YL",
                "12  Market research                                                              in-progress  Jun Ito     0P7C95YM",
            ])
    }

    @Test(arguments: [30, 48, 80, 100, 120]) func `no line is wider than the terminal while text can give way`(width: Int) {
        let widest = table.lines(width: width, paint: Paint(isOn: false)).map(TextWidth.of).max() ?? 0
        let least = 2 + 6 + 11 + 6 + 8 + 4 * 2
        #expect(widest <= max(width, least))
    }

    @Test func `colour dims the header and marks states, and moves nothing`() {
        let plain = table.lines(width: 120, paint: Paint(isOn: false))
        let coloured = table.lines(width: 120, paint: Paint(isOn: true))
        #expect(coloured[1].contains("\u{1B}[32mdone\u{1B}[0m"))
        #expect(coloured[2].contains("\u{1B}[36min-progress\u{1B}[0m"))
        #expect(coloured[0].contains("\u{1B}[2mTITLE\u{1B}[0m"))
        #expect(coloured.map(withoutColour) == plain)
    }

    @Test func `for other programs nothing is cut and there is no header`() {
        #expect(
            table.tabSeparated() == [
                "1\tLaunch a weekly newsletter about repairing things instead of replacing them\tdone\tAda Moreau\t0P7C95YL",
                "12\tMarket research\tin-progress\tJun Ito\t0P7C95YM",
            ])
    }

    @Test func `wide characters take two columns`() {
        let table = Table(columns: [.init("NAME"), .init("N", .number)], rows: [["日本", "1"], ["ab", "2"]])
        #expect(table.lines(width: 80, paint: Paint(isOn: false)) == ["NAME  N", "日本  1", "ab    2"])
    }

    private func withoutColour(_ text: String) -> String {
        text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
    }
}
