import Foundation

/// The program as it was built, run as a process of its own.
enum Program {
    /// A process that is not started yet.
    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL =
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/debug/teamx").standardized
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// Runs to the end and tells how it ended and what it complained of.
    static func run(_ arguments: [String]) throws -> (status: Int32, complaint: String) {
        let process = process(arguments)
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, complaint)
    }

    /// Has a server on `data` while `body` runs, and stops it.
    static func withServer(on data: String, _ body: (Process) throws -> Void) throws {
        let process = process(["serve", "--data", data, "--port", "0"])
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        var said = ""
        while !said.contains("Team-X is at") {
            let bytes = errors.fileHandleForReading.availableData
            guard !bytes.isEmpty else { throw NeverListened(said: said) }
            said += String(decoding: bytes, as: UTF8.self)
        }
        try body(process)
    }

    struct NeverListened: Error {
        let said: String
    }
}
