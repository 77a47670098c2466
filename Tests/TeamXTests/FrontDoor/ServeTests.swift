import Foundation
import Testing

/// What `teamx serve` says to whoever starts it.
@Suite(.timeLimit(.minutes(10)))
struct ServeTests {
    @Test func `it says where it is, how to stop and to see it, and who plays`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-serve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        let process = Program(environment: ["HOME": path, "LANG": "C.UTF-8"], folder: path)
            .process(["serve", "--port", "0", "--data", "d"])
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let lines = await text(errors.fileHandleForReading, until: "sqlite-vec").split(separator: "\n")
        try #require(lines.count >= 5)
        #expect(lines[0].hasPrefix("Team-X is at http://127.0.0.1:"))
        #expect(lines[1].hasPrefix("Stop it with Ctrl-C, or: teamx stop --data "))
        #expect(lines[2].hasPrefix("Open the cockpit with: teamx open --data "))
        #expect(lines[3].contains("the practice model plays the employees"))
    }

    private func text(_ handle: FileHandle, until word: String) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = ""
                while !text.contains(word) {
                    let bytes = handle.availableData
                    if bytes.isEmpty { break }
                    text += String(decoding: bytes, as: UTF8.self)
                }
                continuation.resume(returning: text)
            }
        }
    }
}
