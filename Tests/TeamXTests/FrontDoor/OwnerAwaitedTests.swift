import Domain
import Foundation
import TestSupport
import Testing

/// Answers that wait for what only the owner can do: a right key, the passphrase of the secrets, a budget.
@Suite(.timeLimit(.minutes(10)))
struct OwnerAwaitedTests {
    /// Runs a line of words, which must succeed.
    @discardableResult
    private static func succeed(
        _ server: ServerForTests, _ line: String..., with extra: [String: String] = [:]
    ) async throws -> String {
        let outcome = try await server.program.run(line, with: extra)
        try #require(outcome.status == 0, "\(line): \(outcome.errors)")
        return outcome.output + outcome.errors
    }

    /// A company with a head that thinks with OpenAI's API at another address.
    private static func found(_ server: ServerForTests, at address: String) async throws {
        try await succeed(
            server, "provider", "add", "Mine", "--kind", "openai", "--base-url", address, "--default-model", "gpt-4o-mini")
        try await succeed(server, "company", "create", "Aurora")
        try await succeed(server, "hire", "ceo", "--name", "Ada")
    }

    @Test func `an answer that a wrong key was the end of comes when the key is set right`() async throws {
        try await withFakeModelServer { fake in
            fake.answerOtherwise(.status(401, message: "No such key."))
            try await ServerForTests.with { server async throws in
                try await Self.found(server, at: fake.baseURL)
                try await Self.succeed(server, "key", "set", "mine", "--from-env", "KEY", with: ["KEY": "sk-wrong-one-1"])
                let refused = try await server.program.run(["chat", "ada", "Hello"])
                #expect(refused.status == 2)
                #expect(refused.errors.contains("teamx key set mine"))
                #expect(!refused.errors.contains("unblock"))
                let ticket = try await server.program.run(["ticket", "create", "Write it", "--assign", "ada", "--wait"])
                #expect(ticket.errors.contains("It goes on by itself after: teamx key set mine"))
                #expect(!ticket.errors.contains("unblock"))
                fake.answerOtherwise(.text("I am here."))
                let before = fake.requests.count
                try await Self.succeed(server, "key", "set", "mine", "--from-env", "KEY", with: ["KEY": "sk-right-one-1"])
                await fake.waitForRequests(before + 1)
                #expect(fake.requests.dropFirst(before).first?.method == "POST")
                let thread = try await Self.succeed(server, "chat", "ada", "Are you there?")
                #expect(thread.contains("I am here."))
            }
        }
    }

    @Test func `nobody plays the company while the secrets are closed, and it goes on with the passphrase`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-closed-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let open = ["TEAMX_PASSPHRASE": "correct horse"]
        try await withFakeModelServer { fake in
            fake.answerOtherwise(.text("I am here."))
            try await ServerForTests.with(data: folder, variables: open) { server async throws in
                try await Self.found(server, at: fake.baseURL)
                try await Self.succeed(server, "key", "set", "mine", "--from-env", "KEY", with: ["KEY": "sk-right-one-1"])
            }
            try await ServerForTests.with(data: folder) { server async throws in
                let chat = try await server.program.run(["chat", "ada", "Hello"])
                #expect(chat.status == 75)
                #expect(chat.errors.contains("The secrets cannot be opened."))
                #expect(chat.errors.contains("the message is there"))
                #expect(try await Self.succeed(server, "queue").contains("The secrets cannot be opened"))
                #expect(try await Self.succeed(server, "explain", "employee", "ada").contains("TEAMX_PASSPHRASE"))
                let doctor = try await server.program.run(["doctor"])
                #expect(doctor.output.contains("waits until they can be opened"))
                #expect(try await Self.succeed(server, "run", "list", "-o", "ids").isEmpty)
                #expect(fake.requests.allSatisfy { $0.method != "POST" })
            }
            let before = fake.requests.count
            try await ServerForTests.with(data: folder, variables: open) { server async throws in
                await fake.waitForRequests(before + 1)
                #expect(try await Self.succeed(server, "run", "list").contains("gpt-4o-mini"))
            }
        }
    }

    @Test func `what is said while a budget is used up is kept, and answered when it is raised`() async throws {
        try await ServerForTests.with { server async throws in
            try await Self.succeed(server, "company", "create", "Aurora")
            try await Self.succeed(server, "hire", "ceo", "--name", "Ada")
            try await Self.succeed(server, "budget", "set", "0")
            for words in ["The first thing", "The second thing"] {
                let outcome = try await server.program.run(["chat", "ada", words])
                #expect(outcome.status == 4)
                #expect(outcome.errors.contains("the message is there"))
            }
            try await Self.succeed(server, "budget", "remove")
            let last = try await Self.succeed(server, "chat", "ada", "The third thing")
            #expect(!last.isEmpty)
            let messages = try await Self.succeed(server, "thread", "messages", "ada")
            for words in ["The first thing", "The second thing", "The third thing"] { #expect(messages.contains(words)) }
        }
    }

    @Test func `whoever waits for a ticket whose employee has no money left is told so at once`() async throws {
        try await ServerForTests.with { server async throws in
            try await Self.succeed(server, "company", "create", "Aurora")
            try await Self.succeed(server, "hire", "ceo", "--name", "Ada")
            try await Self.succeed(server, "hire", "content-writer", "--name", "Noor", "--manager", "ada")
            try await Self.succeed(server, "budget", "set", "0", "--employee", "noor")
            for _ in 0..<2 {
                let outcome = try await server.program.run(
                    ["ticket", "create", "Write it", "--assign", "noor", "--wait", "--timeout", "120"])
                #expect(outcome.status == 4)
                #expect(outcome.errors.contains("teamx budget set DOLLARS"))
                #expect(outcome.errors.contains("goes on by itself then"))
            }
        }
    }
}
