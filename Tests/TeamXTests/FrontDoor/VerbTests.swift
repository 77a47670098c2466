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

    @Test func `a ticket is blocked by hand, let go on, changed and taken away`() async throws {
        let id = try await output("ticket", "create", "Sweep the yard", "--assign", "noor", "-q").trimmed
        #expect(try await output("ticket", "block", id, "--reason", "It rains").hasSuffix(" is blocked.\n"))
        #expect(try await output("explain", "ticket", id).hasPrefix("blocked: Blocked by hand by "))
        #expect(try await output("ticket", "unblock", id).hasSuffix(" goes on.\n"))
        #expect(try await output("ticket", "suggest", id).contains("open ticket"))
        #expect(try await output("ticket", "edit", id, "--title", "Sweep", "--no-due").hasSuffix(" Sweep is changed.\n"))
        #expect(try await program.run(["ticket", "edit", id]).status == 64)
        #expect(try await output("ticket", "unassign", id).hasSuffix(" belongs to nobody.\n"))
        _ = try await output("ticket", "close", id)
    }

    @Test func `a goal is closed, given up and taken up again`() async throws {
        let id = try await output("goal", "create", "Grow moss", "-q").trimmed
        #expect(try await output("goal", "close", id).hasPrefix("Grow moss: achieved"))
        #expect(try await output("goal", "close", id, "--abandon").hasPrefix("Grow moss: abandoned"))
        #expect(try await output("goal", "reopen", id).hasPrefix("Grow moss: active"))
        #expect(try await output("project", "list").isEmpty)
    }

    @Test func `somebody is promoted, demoted, and reports to nobody`() async throws {
        _ = try await output("hire", "content-writer", "--name", "Tess Ong", "--manager", "ada")
        let up = try await output("employee", "promote", "tess", "--title", "Editor", "--level", "Lead")
        #expect(up == "Tess Ong is Editor now, Lead.\n")
        #expect(try await output("employee", "demote", "tess", "--level", "IC").hasSuffix(", IC.\n"))
        #expect(try await output("employee", "move", "tess", "--top") == "Tess Ong reports to nobody.\n")
        #expect(try await program.run(["employee", "move", "tess"]).status == 64)
        _ = try await output("employee", "fire", "tess", "--to", "ada", "--yes")
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

    @Test func `a routine is set up, run, switched off and on, and dropped`() async throws {
        let zone = ["--zone", "Europe/Berlin", "--assign", "ada"]
        let made = try await program.run(["routine", "add", "Morning mail", "--weekly", "mon,thu 09:00"] + zone)
        #expect(made.status == 0 && made.output.hasPrefix("Morning mail is set up. It is due at "), "\(made.errors)")
        let listed = try await output("routine", "list")
        #expect(listed.contains("mon,thu 09:00 Europe/Berlin") && listed.contains("Ada Moreau"))
        #expect(try await output("explain", "routine", "morning-mail").hasPrefix("waiting: The company is paused."))
        #expect(try await output("routine", "run", "morning-mail").hasPrefix("Filed #"))
        #expect(try await output("routine", "runs", "morning-mail").contains("manual"))
        #expect(try await output("routine", "pause", "Morning mail") == "Morning mail is off.\n")
        #expect(try await output("explain", "routine", "morning-mail").contains("teamx routine resume morning-mail"))
        #expect(try await output("routine", "resume", "morning-mail").hasPrefix("Morning mail is on, and due at "))
        #expect(try await output("routine", "edit", "morning-mail", "--every", "90").hasPrefix("Morning mail: every 90 min"))
        #expect(try await output("routine", "show", "morning-mail").contains("Ada Moreau"))
        #expect(try await output("routine", "remove", "morning-mail") == "Morning mail is dropped; its tickets stay.\n")
        let gone = try await program.run(["routine", "show", "morning-mail"])
        #expect(gone.status == 66)
    }

    @Test func `the calendar is kept`() async throws {
        let made = try await output("schedule", "add", "Fair", "--at", "2030-05-01 09:00", "--assign", "ada", "--json")
        let id = try #require(try JSONValue(parsing: Array(made.utf8))["id"]?.string)
        #expect(try await output("schedule", "list", "--from", "2030-05-01", "--own").contains("Fair"))
        #expect(try await !output("schedule", "list", "--to", "2030-04-30").contains("Fair"))
        #expect(try await output("schedule", "edit", id, "--at", "2030-05-02").contains("Fair: scheduled, 2030-05-02 00:00"))
        #expect(try await output("schedule", "cancel", id).contains("cancelled"))
        #expect(try await output("schedule", "done", id).contains("completed"))
        #expect(try await output("schedule", "remove", id) == "Fair is out of the calendar.\n")
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
