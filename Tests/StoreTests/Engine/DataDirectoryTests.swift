import Foundation
import Store
import Testing

struct DataDirectoryTests {
    private let path = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/team-x-data-" + UUID().uuidString

    @Test func `a second holder is told who has it, until the first lets go`() throws {
        let first = try DataDirectory(at: path)
        try first.announce(address: "http://127.0.0.1:4870")
        let holder = LockHolder(process: ProcessInfo.processInfo.processIdentifier, address: "http://127.0.0.1:4870")
        #expect(throws: DataDirectoryError.inUse(path: first.path, holder: holder)) { try DataDirectory(at: path) }
        first.release()
        _ = try DataDirectory(at: path)
    }

    @Test func `another name for the same folder is the same folder`() throws {
        let first = try DataDirectory(at: path)
        try FileManager.default.createSymbolicLink(atPath: path + "-link", withDestinationPath: path)
        #expect(throws: DataDirectoryError.self) { try DataDirectory(at: path + "-link") }
        first.release()
    }

    @Test func `a place that is no folder is refused with a reason`() {
        for path in ["/dev/null", "/dev/null/team-x", "/dev/null/deep/team-x"] {
            let error = DataDirectoryError.unusable(path: path, reason: "Not a directory")
            #expect(throws: error) { try DataDirectory(at: path) }
        }
    }

    @Test func `folders are made down to it, for their owner only`() throws {
        _ = try DataDirectory(at: path + "/a/b/")
        for folder in ["", "/a", "/a/b"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + folder)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        }
    }

    @Test func `who only looks makes nothing, neither the folder nor a lock in it`() throws {
        let error = DataDirectoryError.unusable(path: path, reason: "there is no database in it")
        #expect(throws: error) { try DataDirectory(at: path, creates: false) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(throws: error) { try DataDirectory(at: path, creates: false) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
        try "".write(toFile: path + "/team-x.sqlite", atomically: false, encoding: .utf8)
        _ = try DataDirectory(at: path, creates: false)
    }
}
