import Foundation
import Testing

@testable import teamx

/// What commands print, compared with files in `Tests/Snapshots`.
///
/// `RECORD_SNAPSHOTS=1` writes them anew; look at the difference before you keep it.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct SnapshotTests {
    private let server: ServerForTests

    init() throws { server = try #require(ServerForTests.current) }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        var columns: Int?
        var environment: [String: String] = [:]

        var testDescription: String { name }

        init(_ name: String, _ line: String, columns: Int? = nil, environment: [String: String] = [:]) {
            self.name = name
            arguments = line.split(separator: " ").map(String.init)
            self.columns = columns
            self.environment = environment
        }
    }

    private static let lists = [
        ("ticket-list", "ticket list"), ("employee-list", "employee list"), ("queue", "queue"),
        ("provider-list", "provider list"), ("company-list", "company list"),
    ]

    private static let tables = lists.flatMap { name, line in
        [80, 120].map { (columns: Int) in Case("\(name)-\(columns)", line + " --color never", columns: columns) }
    }

    private static let forms = ["json", "ndjson", "tsv", "ids"].map { Case("ticket-list-\($0)", "ticket list -o \($0)") }

    private static let others = [
        Case("ticket-list-80-colour", "ticket list", columns: 80),
        Case("ticket-list-120-colour", "ticket list --color always", columns: 120),
        Case("ticket-list-80-no-color", "ticket list", columns: 80, environment: ["NO_COLOR": "1"]),
        Case("ticket-list-80-ascii", "ticket list --color never", columns: 80, environment: ["LANG": "C"]),
        Case("ticket-list-fields-80", "tickets list --fields number,status,title --color never", columns: 80),
        Case("ticket-list-fields-json", "ticket list --fields number,status,title --json"),
        Case("ticket-list-limit", "ticket list --limit 1 --fields number"),
        Case("ticket-show-80", "ticket show 1", columns: 80),
        Case("ticket-show-120", "ticket show 1 --color never", columns: 120),
        Case("ticket-show-fields", "ticket show 1 --fields number,title,assignee_id"),
        Case("company-show-80", "company show aurora-works --color never", columns: 80), Case("org-80", "org", columns: 80),
        Case("role-list-80", "role list --color never", columns: 80),
        Case("thread-list-80", "thread list --color never", columns: 80),
        Case("thread-show-80", "thread show #1 --color never", columns: 80),
        Case("inbox-80", "inbox --list --color never", columns: 80), Case("run-list-80", "run list --color never", columns: 80),
        Case("question-list-80", "question list --color never", columns: 80), Case("question-list-json", "question list --json"),
        Case("run-list-tsv", "run list"), Case("file-list-json", "file list -o json"),
        Case("events-ids", "events --limit 2 -o ids"),
        Case("events-80", "events --after 3 --limit 4 --color never", columns: 80),
    ]

    private static let failures = [
        Case("error-not-found", "ticket show 99"), Case("error-not-found-json", "ticket show 99 --json"),
        Case("error-not-found-80-colour", "ticket show 99", columns: 80),
        Case("error-unknown-command", "tikcet list"), Case("error-unknown-command-json", "ticket lst -o json"),
        Case("error-unknown-option-json", "ticket list --colour never --json"), Case("error-missing-argument", "ticket create"),
        Case("error-missing-argument-json", "ticket create --json"), Case("error-unknown-field", "ticket list --fields nothing"),
        Case("error-ambiguous-employee", "employee show haddad-moreau"), Case("error-company", "ticket list --company none"),
        Case("error-no-server", "queue --server 127.0.0.1:9"), Case("error-no-server-json", "queue --server 127.0.0.1:9 --json"),
        Case("error-no-server-120", "queue --server 127.0.0.1:9", columns: 120),
        Case("error-output-variable", "ticket list", environment: ["TEAMX_OUTPUT": "xml"]),
        Case("error-word", "ticket create T --priority soon"),
    ]

    private static let helps = [
        Case("help", ""), Case("help-option", "--help"), Case("help-topics", "help topics"), Case("help-output", "help output"),
        Case("help-exit-codes", "help exit-codes"), Case("help-environment", "help environment"),
        Case("help-practice-model", "help practice-model"), Case("help-near", "help outptu"),
        Case("help-chat-80", "help chat", columns: 80), Case("help-context-80", "help context", columns: 80),
    ]

    @Test(arguments: tables + forms + others + failures + helps) func `what is printed is what was agreed`(
        _ sample: Case
    ) async throws {
        let outcome = try await server.program.run(sample.arguments, columns: sample.columns, with: sample.environment)
        let width = sample.columns.map { "\($0) columns" } ?? "pipe"
        let settings = sample.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value) " }.joined()
        let words = (["teamx"] + sample.arguments).joined(separator: " ")
        var text = "$ \(settings)\(words)  (\(width))\n\(outcome.output)"
        if !outcome.errors.isEmpty { text += "-- standard error\n\(outcome.errors)" }
        try compare(lasting(text + "-- status \(outcome.status)\n"), with: sample.name)
        if let columns = sample.columns, sample.name.hasSuffix("0") {
            #expect(outcome.output.split(separator: "\n").allSatisfy { TextWidth.of(plain($0)) <= columns })
        }
    }

    /// The text with everything that is new each time made to look the same and to be as long; escapes can be seen.
    private func lasting(_ text: String) -> String {
        text.replacing(server.location.address, with: "http://127.0.0.1:PORT").replacing(server.program.folder, with: "FOLDER")
            .replacing(/\b0[A-Z][0-9A-Za-z_-]{19}(?![0-9A-Za-z_-])/, with: "0Xxxxxxxxxxxxxxxxxxxx")
            .replacing(server.shortIDs, with: "xxxxxx")
            .replacing(/"(created_at|updated_at|last_message_at)":\d{13}/) { "\"\($0.output.1)\":0" }.replacing(
                "\u{1B}", with: "␛")
    }

    /// The line without colour.
    private func plain(_ line: Substring) -> String { String(line).replacing(/\u{1B}\[[0-9]*m/, with: "") }

    private func compare(_ text: String, with name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Snapshots/\(name).txt")
            .standardized
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }
}

extension String {
    /// The text with another word in the place of each of these.
    fileprivate func replacing(_ words: [String], with word: String) -> String {
        words.reduce(self) { $0.replacing($1, with: word) }
    }
}
