import Domain
import Foundation
import Testing

@testable import teamx

/// Verbs from the program to the server and back.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct VerbTests {
    private let program: Program

    init() throws { program = try #require(ServerForTests.current).program }

    private func output(_ words: String...) async throws -> String {
        let outcome = try await program.run(words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test func `a ticket is given, closed and opened again`() async throws {
        #expect(try await output("ticket", "assign", "2", "ada") == "#2 belongs to Ada Moreau.\n")
        #expect(try await output("ticket", "close", "2") == "Closed #2.\n")
        #expect(try await output("ticket", "reopen", "2") == "#2 is open again.\n")
    }

    @Test func `somebody is put under another manager`() async throws {
        _ = try await output("hire", "head-of-marketing", "--name", "Leila Haddad")
        #expect(try await output("employee", "move", "noor", "--manager", "leila") == "Noor Haddad reports to Leila Haddad.\n")
        #expect(try await output("employee", "show", "noor").contains("reports to  Leila Haddad"))
    }

    @Test func `somebody is let go, when it is meant, and the others are told so`() async throws {
        _ = try await output("hire", "content-writer", "--name", "Mira Vale", "--manager", "ada")
        _ = try await output("ticket", "create", "Cut the hedge", "--assign", "mira")
        let doubted = try await program.run(["employee", "fire", "mira"])
        #expect(doubted.status == 64)
        #expect(doubted.errors.contains("--yes"))
        let sentence = "Mira Vale no longer works here; Ada Moreau has taken over."
        #expect(try await output("employee", "fire", "mira", "--yes") == sentence + "\n")
        #expect(try await output("employee", "dismiss", "mira") == sentence + "\n")
        #expect(try await !output("employee", "list").contains("Mira"))
        #expect(try await output("employee", "list", "--all").contains("Mira Vale"))
        #expect(try await output("employee", "show", "mira").contains("followed by Ada Moreau"))
        let chat = try await program.run(["chat", "mira", "Hello"])
        #expect(chat.status == 73)
        #expect(chat.errors.contains(sentence))
        #expect(try await output("explain", "employee", "mira").contains(sentence))
        let head = try await program.run(["employee", "fire", "ada", "--yes"])
        #expect(head.status == 64)
        #expect(head.errors.hasPrefix("teamx: Ada Moreau reports to nobody, so somebody has to be named who takes over.\n"))
        #expect(head.errors.contains("--to NAME"))
    }

    @Test func `a file is put in, found by its words, and the newest of a name is meant`() async throws {
        for text in ["An older toaster", "A newer toaster"] {
            try text.write(toFile: program.folder + "/notes.md", atomically: true, encoding: .utf8)
            #expect(try await output("file", "upload", "notes.md", "--ticket", "1").hasPrefix("Stored notes.md ("))
        }
        #expect(try await output("file", "list", "newer", "toaster").split(separator: "\n").count == 1)
        let read = try await program.run(["file", "cat", "notes.md"])
        #expect(read.output == "A newer toaster")
        #expect(read.errors == "2 files are called “notes.md”; this is the newest.\n")
    }

    @Test func `a provider is meant by its name, and one that cannot answer is warned of`() async throws {
        _ = try await output(
            "provider", "add", "My Llama", "--kind", "openai-compatible", "--base-url", "http://127.0.0.1:9/v1",
            "--default-model", "m")
        let used = try await program.run(["provider", "use", "my llama"])
        #expect(used.output == "The company's employees think with My Llama.\n")
        #expect(used.errors.contains("They cannot yet: "))
        #expect(try await program.run(["provider", "test", "My Llama"]).status == 1)
    }

    @Test func `a paused company is said to be paused`() async throws {
        let chat = try await program.run(["chat", "ada", "Hello"])
        #expect(chat.errors == "teamx: The company is paused: teamx company resume aurora-works\n  Nothing was sent.\n")
        let ticket = try await program.run(["ticket", "create", "T", "--assign", "noor", "--wait"])
        #expect(ticket.errors.contains("The company is paused: teamx company resume"))
        #expect(!ticket.errors.contains("It goes on"))
    }

    @Test func `what explains a ticket can be typed`() async throws {
        let filed = try JSONValue(parsing: await output("ticket", "create", "Nobody's", "--json"))
        let number = "\(filed.int("number"))"
        #expect(try await output("explain", "ticket", number).contains("with: teamx ticket assign \(number) EMPLOYEE"))
    }

    @Test func `a chain report is one document`() async throws {
        #expect(try await output("verify", "--json").hasPrefix("[{"))
    }
}
