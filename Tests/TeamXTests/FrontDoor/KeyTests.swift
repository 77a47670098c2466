import Domain
import Foundation
import TestSupport
import Testing

/// A key on its way through the whole program.
@Suite(.timeLimit(.minutes(10)))
struct KeyTests {
    private static let key = "sk-canary/7Fq+42ZyXw"

    private static func succeed(
        _ server: ServerForTests, _ line: [String], with extra: [String: String] = [:]
    ) async throws
        -> String
    {
        let outcome = try await server.program.run(line, with: extra)
        try #require(outcome.status == 0, "\(line): \(outcome.errors)")
        return outcome.output + outcome.errors
    }

    /// What stands in all files of a folder, and below it.
    private static func everything(in folder: String) throws -> [(path: String, bytes: Data)] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) }
        }
    }

    @Test func `a model that repeats its key brings it nowhere`() async throws {
        let key = Self.key
        let log = FileManager.default.temporaryDirectory.appending(path: "team-x-log-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: log) }
        func echo(_ text: String) -> FakeModelServer.Script {
            let half = text.index(text.startIndex, offsetBy: text.count / 2)
            let pieces = [String(text[..<half]), String(text[half...])]
            return .events(
                pieces.map { FakeModelServer.Script.delta(["content": .string($0)]) } + [FakeModelServer.Script.finish("stop")])
        }
        try await withFakeModelServer { fake in
            fake.answerOtherwise(echo("Authorization: Bearer \(key)"))
            try await ServerForTests.with(["--verbose"], log: log) { server async throws in
                _ = try await Self.succeed(
                    server,
                    [
                        "provider", "add", "Fake", "--kind", "openai-compatible", "--base-url", fake.baseURL, "--default-model",
                        "fake-large",
                    ])
                _ = try await Self.succeed(server, ["company", "create", "Aurora"])
                _ = try await Self.succeed(server, ["hire", "ceo", "--name", "Ada"])
                var heard = try await Self.succeed(server, ["key", "set", "fake", "--from-env", "CANARY"], with: ["CANARY": key])
                heard += try await Self.succeed(server, ["chat", "ada", "What do you know?"])
                #expect(fake.requests.contains { $0.headers["authorization"] == "Bearer \(key)" })
                #expect(heard.contains("[secret]"))
                fake.enqueue(echo("In base64: " + Data("user:\(key)".utf8).base64EncodedString()))
                heard += try await Self.succeed(server, ["chat", "ada", "And otherwise?"])
                fake.enqueue(.status(401, message: "The key \(key) is not known."))
                heard += try await server.program.run(["chat", "ada", "And now?"]).errors
                // Somebody may also say it themselves.
                fake.answerOtherwise(.text("I see."))
                heard += try await Self.succeed(server, ["chat", "ada", "My key is \(key), keep it safe."])
                for line in [["events", "--json"], ["run", "list", "--json"], ["provider", "list", "--json"], ["doctor"]] {
                    heard += try await Self.succeed(server, line)
                }
                #expect(!heard.contains(key))
                try Self.expectNowhere(key, in: server.program.folder)
                let said = try String(contentsOfFile: log, encoding: .utf8)
                #expect(!said.contains(key))
            }
        }
    }

    private static func expectNowhere(_ key: String, in folder: String) throws {
        let base64 = Data("user:\(key)".utf8).base64EncodedString()
        let files = try everything(in: folder)
        #expect(files.contains { $0.path.hasSuffix("team-x.sqlite-wal") })
        for (path, bytes) in files {
            #expect(bytes.range(of: Data(key.utf8)) == nil, "\(path)")
            #expect(bytes.range(of: Data(base64.dropFirst(8).dropLast(4).utf8)) == nil, "\(path)")
        }
        let sealed = try #require(files.first { $0.path.hasSuffix("secrets.sealed") })
        #expect(!sealed.bytes.isEmpty)
    }

    @Test func `a key is set from standard input, never from an argument, and outlives the server`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-keys-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let variables = ["TEAMX_PASSPHRASE": "correct horse"]
        try await ServerForTests.with(data: folder, variables: variables) { server async throws in
            let refused = try await server.program.run(["key", "set", "openai", Self.key])
            #expect(refused.status == 64)
            #expect(!refused.errors.contains(Self.key))
            let nothing = try await server.program.run(["key", "set", "openai"])
            #expect(nothing.status == 64)
            let typed = try Self.pipe("\(Self.key)\n", into: server.program.process(["key", "set", "openai"]))
            #expect(typed.contains("The key of OpenAI is set."))
            let list = try await Self.succeed(server, ["provider", "list"])
            #expect(list.contains("OpenAI has a key; not switched on: teamx provider enable openai"))
            #expect(try await Self.succeed(server, ["key", "list", "-o", "ids"]).contains("provider:openai"))
            let report = try await Self.succeed(server, ["doctor"])
            #expect(report.contains("secrets.sealed, sealed with a passphrase"))
        }
        try await ServerForTests.with(data: folder, variables: ["TEAMX_PASSPHRASE": "wrong horse"]) { server async throws in
            let report = try await server.program.run(["doctor"])
            #expect(report.status == 1)
            #expect(report.output.contains("TEAMX_PASSPHRASE is not the passphrase"))
            let refused = try Self.pipe("x-other-key-1", into: server.program.process(["key", "set", "groq"]))
            #expect(refused.contains("TEAMX_PASSPHRASE is not the passphrase"))
        }
        try await ServerForTests.with(data: folder, variables: variables) { server async throws in
            #expect(try await Self.succeed(server, ["provider", "list", "--json"]).contains(#""key_from":"secret""#))
            #expect(try await Self.succeed(server, ["key", "remove", "openai"]).contains("no key of its own any more"))
            #expect(!(try await Self.succeed(server, ["key", "list", "-o", "ids"]).contains("openai")))
        }
    }

    @Test func `a key in the environment is offered, and spent only when somebody says so`() async throws {
        try await ServerForTests.with(variables: ["GROQ_API_KEY": "gsk_canary_1"]) { server async throws in
            let list = try await Self.succeed(server, ["provider", "list"])
            #expect(list.contains("Groq: key in GROQ_API_KEY; not switched on: teamx provider enable groq"))
            #expect(!list.contains("gsk_canary_1"))
            let on = try await Self.succeed(server, ["provider", "enable", "groq"])
            #expect(on.contains("Groq is on."))
            #expect(!(try await Self.succeed(server, ["provider", "list"]).contains("not switched on")))
            #expect(try await Self.succeed(server, ["provider", "disable", "groq"]).contains("Groq is off."))
            #expect(try await Self.succeed(server, ["provider", "remove", "groq"]).contains("Groq is gone"))
            #expect(try await server.program.run(["provider", "test", "groq"]).status == 66)
        }
    }

    @Test func `a provider's models are listed by calling it`() async throws {
        try await withFakeModelServer { fake in
            try await ServerForTests.with { server async throws in
                _ = try await Self.succeed(
                    server, ["provider", "add", "Fake", "--kind", "openai-compatible", "--base-url", fake.baseURL])
                #expect(
                    try await Self.succeed(server, ["provider", "models", "fake", "-o", "ids"]) == "fake-large\nfake-small\n")
            }
        }
    }

    /// Runs a command with a text on its standard input; what it says.
    private static func pipe(_ text: String, into process: Process) throws -> String {
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
