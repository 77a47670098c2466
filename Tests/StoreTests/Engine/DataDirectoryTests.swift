import FoundationEssentials
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
        #expect(throws: DataDirectoryError.self) { try DataDirectory(at: "/dev/null/team-x") }
    }
}
