import Foundation
import Synchronization

@testable import teamx

/// A server as a process of its own, which can be ended without warning at any moment.
final class LoadedServer: Sendable {
    let location: ServerLocation
    /// From the start of the process until the API answered.
    let startTime: Duration
    private let process: Mutex<Process>

    private init(_ process: Process, at location: ServerLocation, startTime: Duration) {
        self.process = Mutex(process)
        self.location = location
        self.startTime = startTime
    }

    /// Starts the program and returns when its API answers.
    static func start(on data: String) async throws -> LoadedServer {
        let process = Program.process([
            "serve", "--data", data, "--port", "0", "--slots", "16", "--practice-pace", "10", "--json",
        ])
        let output = Pipe()
        process.standardOutput = output
        let begin = ContinuousClock.now
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { throw Program.NeverListened(said: said) }
            said += String(decoding: bytes, as: UTF8.self)
        }
        let ready = try JSONDecoder().decode(Ready.self, from: Data(said.utf8))
        let token = try String(contentsOfFile: data + "/token", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        let location = ServerLocation(address: ready.address, token: token)
        _ = try await APIClient.with(location) { try await $0.get(APIPath("companies")) }
        return LoadedServer(process, at: location, startTime: ContinuousClock.now - begin)
    }

    /// Ends the process, which is not told of it.
    ///
    /// - Returns: Whether it was there until now.
    func kill() -> Bool {
        process.withLock { process in
            let wasRunning = process.isRunning
            _ = Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            return wasRunning
        }
    }

    /// Asks the server to stop, and waits until it has.
    func stop() -> Int32 {
        process.withLock { process in
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    private struct Ready: Decodable {
        let address: String
    }
}
