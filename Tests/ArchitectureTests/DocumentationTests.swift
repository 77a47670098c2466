import Testing

/// That what is written about the program is true, as far as a program can tell.
struct DocumentationTests {
    private static let pages =
        ["README.md", "CONTRIBUTING.md"] + Repository.files(below: "Documentation").filter { $0.hasSuffix(".md") }
    private static let records = pages.filter { $0.hasPrefix("Documentation/decisions/") }

    @Test func `every path that a page names is there`() {
        let violations = Self.pages.flatMap { page in
            Page(page).paths.filter { !Repository.exists($0.path) }.map { Violation(page, $0.line, "there is no \($0.path)") }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `every name of the code that a page names is there`() {
        let words = Repository.words
        let violations = Self.pages.flatMap { page in
            Page(page).names.filter { !words.contains($0.type) || !words.contains($0.member ?? $0.type) }.map {
                Violation(page, $0.line, "there is no \($0.type)\($0.member.map { "." + $0 } ?? "")")
            }
        }
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `the data model tells of every table`() {
        let made = Repository.sources.filter { $0.path.hasPrefix("Sources/Store/Migrations/") }.flatMap { Page.tables(in: $0) }
        let page = Page("Documentation/data-model.md")
        let violations = made.filter { !page.text.contains("| `\($0.table)` |") }.map {
            Violation($0.path, $0.line, "the data model lacks \($0.table)")
        }
        #expect(made.count >= 49)
        #expect(violations.isEmpty, "\(violations.report)")
    }

    @Test func `decisions are numbered without gaps`() {
        let numbers = Self.records.compactMap { $0.split(separator: "/").last.flatMap { Int($0.prefix(4)) } }
        #expect(numbers == Array(1...max(1, Self.records.count)))
    }

    @Test(arguments: records)
    func `a decision says why, what, what else and what follows`(path: String) {
        let headings = Page(path).text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(headings.first?.hasPrefix("# \(path.split(separator: "/").last?.prefix(4) ?? ""): ") == true)
        #expect(headings.dropFirst() == ["## Why", "## Decision", "## What we considered", "## Consequences"])
        #expect(Page(path).text.contains("\nStatus: "))
    }

    @Test func `names are found in backticks`() {
        let text =
            "`Run.finish(of:)` and `TurnRunner`, not `README.md`, `UPDATE`, `run.step`, `Idempotency-Key` or `Package.swift`."
        let names = Page(path: "x.md", text: text).names.map { "\($0.type) \($0.member ?? "-")" }
        #expect(names == ["Run finish", "TurnRunner -"])
    }

    @Test func `paths are found in backticks and links`() {
        let text = "See `Sources/Web`, [x](a.md#b), [y](https://example.org/z) and `Sources/<Target>/…`.\n```\nSources/None\n```"
        #expect(Page(path: "Documentation/x.md", text: text).paths.map(\.path) == ["Sources/Web", "Documentation/a.md"])
    }
}
