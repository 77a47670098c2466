import Domain
import Foundation
import Testing

@testable import teamx

/// A server of the program's own, in a process of its own, with a company that does nothing.
struct ServerForTests: Sendable {
    let program: Program
    let location: ServerLocation
    /// The ends of the ids of all that the company was founded with.
    private(set) var shortIDs: [String] = []

    @TaskLocal static var current: ServerForTests?

    /// Starts one, lends it to `body`, and ends it.
    ///
    /// - Parameters:
    ///   - arguments: Further ones of `teamx serve`.
    ///   - data: The data directory, if it is to be kept.
    ///   - variables: Further ones of its environment.
    ///   - log: The file for what it says on standard error.
    static func with<Value>(
        _ arguments: [String] = [], data: String? = nil, variables: [String: String] = [:], log: String? = nil,
        _ body: (ServerForTests) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team x-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = data ?? folder + "/data"
        let program = Program(
            environment: [
                "HOME": folder, "TEAMX_DATA": data, "LANG": "C.UTF-8", "TERM": "xterm-256color",
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            ], folder: folder)
        let process = program.process(
            ["serve", "--port", "0", "--json", "--practice-pace", "0", "--no-detection"] + arguments, with: variables)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        if let log {
            _ = FileManager.default.createFile(atPath: log, contents: nil)
            process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
        }
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let ready = try await firstLine(output.fileHandleForReading)
        let address = try #require(JSONValue(parsing: ready)["address"]?.string)
        let token = try String(contentsOfFile: data + "/token", encoding: .utf8).filter { !$0.isWhitespace }
        return try await body(ServerForTests(program: program, location: ServerLocation(address: address, token: token)))
    }

    private static func firstLine(_ handle: FileHandle) async throws -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var line = Data()
                while !line.contains(UInt8(ascii: "\n")) {
                    let bytes = handle.availableData
                    if bytes.isEmpty { break }
                    line += bytes
                }
                continuation.resume(returning: String(decoding: line, as: UTF8.self))
            }
        }
    }

    /// Founds a company, halted so that nobody works, with two people, a goal and two tickets.
    mutating func found() async throws {
        for line in [
            ["company", "create", "Aurora Works", "--mission", "Things that last"], ["company", "pause"],
            ["hire", "ceo", "--name", "Ada Moreau"], ["hire", "content-writer", "--name", "Noor Haddad", "--manager", "ada"],
            [
                "ticket", "create", "Write a guide to mending a toaster that somebody finds the courage to follow", "--assign",
                "noor", "--priority", "high",
            ], ["ticket", "create", "Collect what breaks most"], ["ticket", "comment", "1", "Mind the \u{1B}[31mcrumbs"],
        ] {
            let outcome = try await program.run(line)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let lists = ["company list", "employee list --all", "thread list", "queue", "thread messages #1", "thread members #1"]
        for list in lists.map({ $0.split(separator: " ").map(String.init) }) {
            let ids = try await program.run(list + ["-o", "ids"]).output.split(separator: "\n")
            shortIDs += ids.map { ShortID.of(String($0)) }
        }
    }
}

/// Lends one server to all tests of a suite.
struct ServedSuite: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await ServerForTests.with { server in
            var server = server
            try await server.found()
            try await ServerForTests.$current.withValue(server) { try await function() }
        }
    }
}

extension Trait where Self == ServedSuite {
    static var served: ServedSuite { ServedSuite() }
}
