import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The program itself, as a person or a script runs it.
struct Program: Sendable {
    /// What it may know of its surroundings.
    var environment: [String: String]
    /// The folder that it is run in.
    var folder: String

    static let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../.build/debug/teamx")
        .standardized

    /// What came of a run.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs it to its end, away from the threads that tests wait on.
    ///
    /// - Parameter columns: The width of the terminal that the output goes to; a pipe when `nil`.
    func run(_ arguments: [String], columns: Int? = nil, with extra: [String: String] = [:]) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runToEnd(arguments, columns: columns, with: extra) })
            }
        }
    }

    func process(_ arguments: [String], with extra: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = Self.url
        process.arguments = arguments
        process.environment = environment.merging(extra) { _, new in new }
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private func runToEnd(_ arguments: [String], columns: Int?, with extra: [String: String]) throws -> Outcome {
        let process = process(arguments, with: extra)
        let errors = try temporaryFile()
        process.standardError = errors
        let bytes: Data
        if let columns {
            let terminal = try PseudoTerminal(columns: columns)
            process.standardOutput = FileHandle(fileDescriptor: terminal.inside, closeOnDealloc: false)
            try process.run()
            bytes = terminal.readToEnd()
        } else {
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        }
        process.waitUntilExit()
        try errors.seek(toOffset: 0)
        return Outcome(
            status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"),
            errors: String(decoding: errors.readDataToEndOfFile(), as: UTF8.self))
    }

    /// A file that is gone when it is closed: unlike a pipe it takes any amount without a reader.
    private func temporaryFile() throws -> FileHandle {
        let path = folder + "/errors-" + UUID().uuidString
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try FileHandle(forUpdating: URL(filePath: path))
    }
}

/// A terminal that no person sits at.
private struct PseudoTerminal {
    private let outside: Int32
    let inside: Int32

    init(columns: Int) throws {
        outside = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        guard outside >= 0, let name = Self.insideName(of: outside) else { throw CocoaError(.featureUnsupported) }
        inside = open(name, O_RDWR | O_NOCTTY)
        guard inside >= 0 else { throw CocoaError(.featureUnsupported) }
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(inside, UInt(TIOCSWINSZ), &size)
    }

    private static func insideName(of outside: Int32) -> String? {
        #if canImport(Glibc)
        var lock: Int32 = 0
        var number: UInt32 = 0
        // Glibc's names for this are not there in Swift; these are the calls that they make.
        guard ioctl(outside, UInt(0x4004_5431), &lock) == 0, ioctl(outside, UInt(0x8004_5430), &number) == 0 else { return nil }
        return "/dev/pts/\(number)"
        #else
        guard grantpt(outside) == 0, unlockpt(outside) == 0 else { return nil }
        return ptsname(outside).map { String(cString: $0) }
        #endif
    }

    /// Everything that was written to it, once all others have closed it.
    func readToEnd() -> Data {
        close(inside)
        defer { close(outside) }
        var all = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(outside, &buffer, buffer.count)
            if count > 0 { all.append(contentsOf: buffer.prefix(count)) } else if count == 0 || errno != EINTR { return all }
        }
    }
}
