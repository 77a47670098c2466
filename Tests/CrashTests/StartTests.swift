import Foundation
import Testing

/// The program itself, where it cannot start.
@Suite(.timeLimit(.minutes(10)))
struct StartTests {
    private let data = FileManager.default.temporaryDirectory.appending(path: "team-x-start-\(UUID().uuidString)").path(
        percentEncoded: false)

    @Test func `a second server on one data directory is told to try again, and who has it`() throws {
        try Program.withServer(on: data) { first in
            for arguments in [["serve", "--data", data, "--port", "0"], ["db", "status", "--data", data]] {
                let second = try Program.run(arguments)
                #expect(second.status == 75)
                #expect(second.complaint.contains("process \(first.processIdentifier) at http://127.0.0.1:"))
            }
            #expect(first.isRunning)
        }
        try FileManager.default.removeItem(atPath: data)
    }

    @Test(arguments: [["serve", "--port", "0"], ["db", "migrate"], ["demo", "--port", "0"]])
    func `a place where no data directory can be is refused with the reason`(command: [String]) throws {
        let answer = try Program.run(command + ["--data", "/dev/null/team-x"])
        #expect(answer.status == 1)
        #expect(answer.complaint.hasPrefix("teamx: The data directory /dev/null/team-x cannot be used: Not a directory."))
    }

    @Test(.enabled(if: geteuid() != 0, "whoever runs the tests may write everywhere"))
    func `a data directory that cannot be written is refused with the reason`() throws {
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
        let answer = try Program.run(["serve", "--port", "0", "--data", data])
        #expect(answer.status == 1)
        #expect(answer.complaint.hasPrefix("teamx: The data directory \(data) cannot be used: Permission denied."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: data) == [])
        try FileManager.default.removeItem(atPath: data)
    }

    @Test(arguments: [["verify"], ["db", "status"], ["db", "rollback", "--yes"]])
    func `a command that only looks makes no data directory`(command: [String]) throws {
        let answer = try Program.run(command + ["--data", data])
        #expect(answer.status == 1)
        #expect(answer.complaint.contains("there is no database in it"))
        #expect(!FileManager.default.fileExists(atPath: data))
    }
}
