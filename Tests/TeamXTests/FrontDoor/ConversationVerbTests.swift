import Domain
import Foundation
import Testing

/// Conversations from the command line to the server and back.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct ConversationVerbTests {
    private let program: Program

    init() throws { program = try #require(ServerForTests.current).program }

    private func output(_ words: String...) async throws -> String {
        let outcome = try await program.run(words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private let paused = "The company is paused: teamx company resume aurora-works"

    @Test func `a group is opened, spoken in, changed and put away`() async throws {
        #expect(try await output("thread", "create", "Launch", "ada", "noor") == "The conversation is open: Launch.\n")
        #expect(try await output("thread", "post", "launch", "@Noor, hello") == "Sent.\nNoor Haddad answers later. \(paused)\n")
        #expect(try await output("thread", "add", "launch", "noor", "--role", "observer").hasSuffix("as observer.\n"))
        #expect(try await output("thread", "members", "launch", "-o", "tsv").contains("Noor Haddad\tobserver"))
        #expect(try await output("thread", "remove", "launch", "noor").contains("no longer"))
        #expect(try await output("thread", "rename", "launch", "Spring") == "It is called Spring now.\n")
        #expect(try await output("thread", "show", "spring").contains("@Noor, hello"))
        #expect(try await output("thread", "search", "hello").contains("@Noor, hello"))
        #expect(try await output("thread", "list", "--kind", "group").contains("Spring"))
        #expect(try await output("thread", "archive", "spring") == "Spring is archived.\n")
        #expect(try await program.run(["thread", "post", "spring", "Hello?"]).status == 73)
        #expect(try await output("thread", "archive", "spring", "--undo") == "Spring is open again.\n")
    }

    @Test func `everybody is told, and whoever is named sets about an answer`() async throws {
        #expect(try await output("broadcast", "We have moved.") == "Sent.\n")
        #expect(try await output("broadcast", "@Ada Moreau has the keys.") == "Sent.\nAda Moreau answers later. \(paused)\n")
        #expect(try await output("thread", "messages", "announcements", "--json").contains("We have moved."))
    }

    @Test func `a page of messages is the latest of them`() async throws {
        _ = try await output("thread", "create", "Pages", "ada")
        for number in 1...4 { _ = try await output("thread", "post", "pages", "number \(number)") }
        let page = try await program.run(["thread", "messages", "pages", "--limit", "2"])
        #expect(page.output.contains("number 4"))
        #expect(page.output.contains("number 3"))
        #expect(!page.output.contains("number 2"))
        #expect(page.errors.contains("Showing 2"))
    }

    @Test func `a file goes with a message`() async throws {
        try "The plan".write(toFile: program.folder + "/plan.md", atomically: true, encoding: .utf8)
        _ = try await output("thread", "create", "Files", "ada")
        _ = try await output("thread", "post", "files", "Look", "--attach", "plan.md")
        #expect(try await output("thread", "show", "files").contains("[plan.md, 8 B, "))
    }

    @Test func `an inbox with nothing in it says so`() async throws {
        let empty = try await program.run(["inbox"])
        #expect(empty.status == 0)
        #expect(try await output("inbox", "--count").contains("0 questions"))
        #expect(try await output("inbox", "--json") == "[]\n")
        #expect(try await program.run(["inbox", "--kind", "tea"]).status == 64)
    }
}
