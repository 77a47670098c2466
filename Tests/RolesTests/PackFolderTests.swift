import Domain
import Foundation
import Roles
import Testing

/// Packs on disk, each test in a folder of its own.
final class PackFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "teamx-roles-\(UUID().uuidString)")
    private let loader = RolePackLoader(trust: PackTrust(mode: .off))

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }  // what is left lies among the temporary files

    private func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test func `a folder is loaded with its roles`() throws {
        try write(RoleFileSample().text, to: "roles/ic/qa-engineer.md")
        try write("x", to: ".git/config")
        let load = try loader.load(folder: folder.path)
        #expect(load.pack.id == folder.lastPathComponent)
        #expect(load.pack.roles.map(\.path) == ["roles/ic/qa-engineer.md"])
        #expect(load.problems.isEmpty)
    }

    @Test func `a folder that does not exist is an error`() {
        let path = folder.path + "/nowhere"
        #expect(throws: RolePackError.unreadableFolder(path)) { try loader.load(folder: path) }
    }

    @Test func `symbolic links are not followed`() throws {
        try write("root", to: "roles/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/roles/passwd.md", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: "..")
        let load = try loader.load(folder: folder.path)
        #expect(load.problems.map(\.file).sorted() == ["loop", "roles/passwd.md"])
        #expect(load.problems.allSatisfy { $0.message.hasSuffix("symbolic links are not followed") })
    }

    @Test func `a large file is reported and the rest is loaded`() throws {
        try write(String(repeating: "a", count: PackFile.sizeLimit + 1), to: "roles/big.md")
        try write(RoleFileSample().text, to: "roles/ic/qa-engineer.md")
        let load = try loader.load(folder: folder.path)
        #expect(load.pack.roles.count == 1)
        #expect(load.problems.map(\.description) == ["roles/big.md: has more than 262144 bytes"])
    }

    @Test func `more than 500 files are refused`() throws {
        for number in 0...PackFile.countLimit { try write("", to: "roles/\(number).txt") }
        #expect(throws: RolePackError.tooManyFiles) { try loader.load(folder: folder.path) }
    }

    @Test func `folders that are too deep are reported`() throws {
        try write("x", to: "1/2/3/4/5/6/7/8/9/a.md")
        #expect(try loader.load(folder: folder.path).problems.map(\.file) == ["1/2/3/4/5/6/7/8"])
    }

    @Test func `a signed folder is verified`() throws {
        try write(#"{"id":"shop"}"#, to: "pack.json")
        try write(RoleFileSample().text, to: "roles/ic/qa-engineer.md")
        let signer = try PackSigner(rawPrivateKey: Array(repeating: 3, count: 32))
        try write(signer.sign(folder: folder.path, at: Timestamp(milliseconds: 0)).text, to: "pack.sig")
        let load = try RolePackLoader(trust: PackTrust(mode: .strict, keys: [signer.publicKey])).load(folder: folder.path)
        #expect(load.pack.standing == .verified(fingerprint: signer.publicKey.fingerprint))
    }
}
