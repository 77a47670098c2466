import Foundation
import Testing

@testable import teamx

/// What is chosen by options, variables and files, and which comes first.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct ChoiceTests {
    @Test func `an option comes before a variable, that before the project's file, that before one's own`() async throws {
        try await ServerForTests.with { server in
            let program = server.program
            func company(_ arguments: [String] = [], _ environment: [String: String] = [:]) async throws -> String {
                try await program.run(["company", "show", "--fields", "slug"] + arguments, with: environment).output
            }
            for name in ["One", "Two", "Three", "Four", "Five"] { _ = try await program.run(["company", "create", name]) }
            let nothing = try await program.run(["company", "show"])
            #expect(nothing.status == 64)
            #expect(try await program.run(["company", "use", "One"]).status == 0)
            #expect(try await company() == "one\n")
            #expect(try await program.run(["company", "use", "two", "--here"]).status == 0)
            #expect(try await company() == "two\n")
            #expect(try await company([], ["TEAMX_COMPANY": "three"]) == "three\n")
            #expect(try await company(["--company", "four"], ["TEAMX_COMPANY": "three"]) == "four\n")
            #expect(try await company(["five"], ["TEAMX_COMPANY": "three"]) == "five\n")
            let chosen = try await program.run(["ticket", "list", "--color", "never"], columns: 80)
            #expect(chosen.errors == "Two\nNo tickets. File one with: teamx ticket create \"…\"\n")
            #expect(try await program.run(["company", "use", "--none", "--here"]).status == 0)
            #expect(try await company() == "one\n")
            #expect(try await program.run(["company", "use", "none"]).status == 66)
            let marked = try await program.run(["company", "list", "--color", "never"], columns: 80).output
            #expect(marked.split(separator: "\n").filter { $0.hasPrefix("*") }.map { $0.contains("One") } == [true])
            #expect(try await company(["thr"]) == "three\n")
        }
    }

    @Test func `a company that was chosen elsewhere is passed over`() async throws {
        try await ServerForTests.with { server in
            _ = try await server.program.run(["company", "create", "Here"])
            let file = server.program.folder + "/.teamx.json"
            try #"{"company":"elsewhere"}"#.write(toFile: file, atomically: true, encoding: .utf8)
            let shown = try await server.program.run(["company", "show", "--fields", "slug"])
            #expect(shown.output == "here\n")
            #expect(shown.errors.contains("chooses “elsewhere”, which this server does not have."))
            let named = try await server.program.run(["company", "show"], with: ["TEAMX_COMPANY": "elsewhere"])
            #expect(named.status == 66)
        }
    }

    @Test func `a version tells where things are kept`() async throws {
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        let program = Program(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/c", "TEAMX_DATA": "/d"], folder: folder)
        let lines = try await program.run(["version", "-v"]).output.split(separator: "\n")
        #expect(lines.first == "teamx \(Version.text) (schema \(Version.schema))")
        #expect(lines.dropFirst() == ["build   \(Version.build)", "data    /d", "config  /c/team-x/config.json"])
    }
}
