import Domain
import Foundation
import Testing

@testable import teamx

/// What people read and are told, in a company that is at work.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct TalkingTests {
    /// A server with a company of two, at work.
    private func withCompany(_ body: (Program) async throws -> Void) async throws {
        try await ServerForTests.with { server in
            for line in [
                ["company", "create", "Talk Works"], ["hire", "ceo", "--name", "Ada Moreau"],
                ["hire", "content-writer", "--name", "Mira Vale"], ["thread", "create", "Desk", "mira", "ada"],
            ] { try await expect(server.program, line) }
            try await body(server.program)
        }
    }

    @discardableResult
    private func expect(_ program: Program, _ words: [String], status: Int32 = 0) async throws -> Program.Outcome {
        let outcome = try await program.run(words)
        #expect(outcome.status == status, "\(words): \(outcome.errors)")
        return outcome
    }

    @Test func `every unread message is printed, from the first on, and then it is read`() async throws {
        try await withCompany { program in
            for text in ["@mira first", "@mira second", "@mira third"] {
                // Ids alone are no words that were read.
                try await expect(program, ["thread", "post", "Desk", text, "--wait", "--timeout", "60", "-o", "ids"])
            }
            let read = try await JSONValue(parsing: expect(program, ["thread", "read", "desk", "--json"]).output).array ?? []
            let answers = read.filter { $0.text("author_kind") == "employee" }.map { $0.text("content") }
            try #require(answers.count == 3)
            for (answer, word) in zip(answers, ["first", "second", "third"]) { #expect(answer.contains(word)) }
            #expect(read.first?.text("author_kind") == "employee")
            #expect(try await expect(program, ["thread", "list", "--unread", "-o", "ids"]).output.isEmpty)
            #expect(try await expect(program, ["thread", "read", "desk", "--json"]).output == "[]\n")
        }
    }

    @Test func `what chat has printed is read, and what came before is not`() async throws {
        try await withCompany { program in
            try await expect(program, ["chat", "mira", "Hello"])
            #expect(try await expect(program, ["thread", "list", "--unread", "-o", "ids"]).output.isEmpty)
            try await expect(program, ["thread", "post", "mira", "One", "--wait", "--timeout", "60", "-o", "ids"])
            try await expect(program, ["chat", "mira", "Two"])
            let unread = try await expect(program, ["thread", "read", "mira", "--json"]).output
            #expect(unread.contains("“One”"))
            #expect(unread.contains("“Two”"))
        }
    }

    @Test func `whoever is paused is not waited for`() async throws {
        try await withCompany { program in
            try await expect(program, ["employee", "pause", "mira"])
            let chat = try await expect(program, ["chat", "mira", "Hello"], status: 75)
            #expect(chat.errors.contains("Mira Vale is paused: teamx employee resume "))
            #expect(chat.errors.contains("Nothing was sent."))
            let post = try await expect(program, ["thread", "post", "Desk", "@mira and @Ghost"])
            #expect(post.output.hasPrefix("Sent.\nMira Vale answers later. Mira Vale is paused: teamx employee resume "))
            #expect(post.output.contains("Nobody here is meant by @Ghost."))
            try await expect(program, ["thread", "post", "Desk", "@mira?", "--wait", "--timeout", "60"], status: 75)
            let run = try await expect(program, ["queue", "list", "-o", "ids"]).output.split(separator: "\n").first
            #expect(
                try await expect(program, ["queue", "run", String(try #require(run)).suffix(6).description])
                    .output.contains("It waits all the same. Mira Vale is paused"))
        }
    }

    @Test func `the hint names the company, and a company that was not closed down is not said to be opened`() async throws {
        try await withCompany { program in
            #expect(try await expect(program, ["company", "create", "talk works"], status: 73).errors.contains("already"))
            try await expect(program, ["company", "create", "Other"])
            let closed = try await expect(program, ["company", "archive", "other"])
            #expect(closed.output == "Archived. Nothing of it works until: teamx company restore other\n")
            #expect(try await expect(program, ["company", "show", "--fields", "slug"]).output == "talk-works\n")
            #expect(
                try await expect(program, ["company", "restore", "talk-works"]).output == "Talk Works was not closed down.\n")
            #expect(try await expect(program, ["company", "restore", "other"]).output == "Other is open again.\n")
            let paused = try await expect(program, ["company", "pause", "other"]).output
            #expect(paused == "Paused. Nothing new is started until: teamx company resume other\n")
        }
    }

    @Test func `a conversation is named alike by every verb`() async throws {
        try await withCompany { program in
            try await expect(program, ["thread", "post", "Desk", "@mira hello", "--wait", "--timeout", "60"])
            for line in [
                "context Desk --employee mira", "explain thread Desk", "thread digest Desk", "thread pin Desk Fact.",
                "checkpoint create Desk Half.", "checkpoint list --thread Desk", "thread search hello --in Desk",
                "thread fork Desk --subject Branch", "thread stop Desk", "thread messages Desk --superseded",
                "thread digest mira",
                "context mira", "thread show branch", "thread regenerate Desk --wait --timeout 60",
                "thread edit Desk Bye --wait --timeout 60",
            ] { try await expect(program, line.split(separator: " ").map(String.init)) }
            let ids = try await expect(program, ["thread", "messages", "Desk", "-o", "ids"]).output.split(separator: "\n")
            let last = try #require(ids.last).suffix(6)
            try await expect(program, ["thread", "fork", "Desk", "--at", String(last), "--subject", "Third"])
            try await expect(program, ["thread", "messages", "Desk", "--before", String(last)])
        }
    }

    @Test func `a file of one's own goes with a word to somebody`() async throws {
        try await withCompany { program in
            try "The plan".write(toFile: program.folder + "/plan.md", atomically: true, encoding: .utf8)
            try await expect(program, ["chat", "mira", "Read this", "--attach", "plan.md"])
            #expect(try await expect(program, ["thread", "show", "mira"]).output.contains("[plan.md, 8 B, "))
            let missing = try await expect(program, ["chat", "mira", "And this", "--attach", "none.md"], status: 66)
            #expect(missing.errors.contains("neither here nor in the company"))
        }
    }

    @Test func `a company rests at the hours that it was given`() async throws {
        try await withCompany { program in
            let words = ["company", "quiet-hours"]
            #expect(try await expect(program, words).output == "Talk Works never rests.\n")
            let set = try await expect(program, words + ["--from", "22:00", "--to", "07:00", "--zone", "Europe/Berlin"]).output
            #expect(set == "Talk Works rests from 22:00 to 07:00, Europe/Berlin.\n")
            #expect(try await expect(program, words + ["--off"]).output == "Talk Works never rests.\n")
            #expect(
                try await expect(program, words + ["--from", "noon", "--to", "13:00", "--zone", "UTC"], status: 64).errors
                    .contains("--from must be a time of day such as 22:00"))
        }
    }
}
