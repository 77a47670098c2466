import ArgumentParser
import Testing

@testable import teamx

struct HelpTests {
    @Test(arguments: [
        ("ticket", "ticket", 0), ("tikcet", "ticket", 1), ("tcket", "ticket", 1), ("", "abc", 3), ("kitten", "sitting", 3),
        ("ab", "ba", 1), ("list", "lits", 1),
    ])
    func `words are so far apart`(first: String, second: String, distance: Int) {
        #expect(EditDistance.between(first, second) == distance)
        #expect(EditDistance.between(second, first) == distance)
    }

    @Test(
        arguments: [
            (["tikcet", "list"], "tikcet", "ticket"), (["ticket", "lst"], "lst", "list"), (["emploee"], "emploee", "employee"),
            (["xyzzy"], "xyzzy", nil), (["ab"], "ab", "db"), (["x"], "x", nil), (["company", "pasue"], "pasue", "pause"),
        ] as [([String], String, String?)])
    func `a word that comes near a command is told`(words: [String], word: String, nearest: String?) {
        let stranger = CommandTree.find(words).stranger
        #expect(stranger?.word == word)
        #expect(stranger?.nearest == nearest)
    }

    @Test(arguments: [
        (["tickets", "list"], ["ticket", "list"]), (["companies", "ls"], ["company", "ls"]), (["events"], ["events"]),
        (["chat", "tickets"], ["chat", "tickets"]), (["--version"], ["--version"]),
        (["ticket", "--json", "lists"], ["ticket", "--json", "lists"]),
    ])
    func `a plural is taken for what it is of`(words: [String], meant: [String]) {
        let finding = CommandTree.find(words)
        #expect(finding.words == meant)
        #expect(finding.stranger == nil)
    }

    @Test(
        arguments: [
            ([], []), (["--help"], []), (["-h"], []), (["help"], []), (["help", "output"], ["output"]),
            (["help", "ticket", "list"], ["ticket", "list"]), (["ticket", "help"], ["ticket"]), (["ticket", "--help"], nil),
            (["ticket", "list"], nil), (["--version"], nil), (["chat", "help"], nil), (["--help", "ticket"], nil),
        ] as [([String], [String]?)])
    func `help is asked for in several ways`(arguments: [String], words: [String]?) {
        #expect(HelpRequest(arguments)?.words == words)
    }

    @Test(arguments: [
        (["help", "topics"], "practice-model"), (["help", "exit-codes"], "130"),
        (["help", "ticket", "create"], "File a ticket."),
        (["help", "tickets"], "File tickets"), (["company", "help"], "Found companies"), (["help", "--all"], "SUBCOMMANDS"),
    ])
    func `help says it`(arguments: [String], words: String) throws {
        #expect(try HelpRequest(arguments)?.text().contains(words) == true)
    }

    @Test(arguments: ["ticket create", "goal create", "events", "file list", "provider add", "employee move"])
    func `a command's own options come before those of every command`(line: String) throws {
        let text = try HelpRequest(["help"] + line.split(separator: " ").map(String.init))?.text() ?? ""
        let options = text.split(separator: "\n").filter { $0.hasPrefix("  -") }
        let shared = try #require(options.firstIndex { $0.contains("--company") || $0.contains("--server") })
        #expect(shared > 0)
        let names = options[shared...].map { $0.split(separator: " ").first { $0.hasPrefix("--") } ?? "" }
        #expect(
            Set(names).isSubset(of: [
                "--company", "--server", "--data", "--token-file", "--output", "--json", "--fields", "--color", "--quiet",
                "--version", "--help",
            ]))
    }

    @Test(arguments: [
        ("outptu", "Did you mean “teamx help output”?"), ("topcs", "Did you mean “teamx help topics”?"),
        ("tikcet", "Did you mean “teamx ticket”?"), ("xyzzy", "See what there is with: teamx --help"),
    ])
    func `help of what is not there says what comes near`(word: String, hint: String) {
        let failure = #expect(throws: CommandFailure.self) { try HelpRequest(["help", word])?.text() }
        #expect(failure?.hint == hint)
    }

    /// Every command with its own below.
    private static func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap(all)
    }

    @Test func `every command says its name, which would be worked out slowly otherwise`() {
        for command in Self.all(TeamX.self) { #expect(command.configuration.commandName != nil, "\(command)") }
    }

    @Test func `a command's help is not broken by hand where the terminal breaks it again`() {
        for command in Self.all(TeamX.self) {
            let lines = command.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
            for (line, next) in zip(lines, lines.dropFirst() + [""]) {
                let isExample = line.hasPrefix("EXAMPLE") || line.hasPrefix("  ")
                if isExample { #expect(TextWidth.of(line) <= 80, "\(line)") }
                let isBroken = !isExample && !line.isEmpty && !next.isEmpty && !next.hasPrefix("EXAMPLE") && !line.hasSuffix(".")
                #expect(!isBroken, "\(line)")
            }
        }
    }

    @Test func `the overview is short and names every command`() {
        let lines = Overview.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 20)
        #expect(lines.allSatisfy { TextWidth.of($0) <= 80 })
        let words = Set(Overview.text.split { $0 == " " || $0 == "\n" }.map(String.init))
        for command in TeamX.configuration.subcommands where command.configuration.shouldDisplay {
            #expect(words.contains(CommandTree.name(of: command)))
        }
    }

    @Test(arguments: HelpTopic.allCases) func `a topic fits a terminal`(topic: HelpTopic) {
        let lines = topic.text.split(separator: "\n")
        #expect(lines.allSatisfy { TextWidth.of($0) <= 88 })
        #expect(HelpTopic.list.contains(topic.rawValue))
    }

    @Test func `the topic of exit codes tells all of them`() {
        for status in teamx.ExitStatus.allCases {
            #expect(HelpTopic.exitCodes.text.contains("\(status.rawValue)  \(status.meaning)"))
        }
    }
}
