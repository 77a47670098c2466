import Domain
import FoundationEssentials
import Store
import Testing

struct VaultTests {
    private let vault: Vault
    private let company = Company.ID("c1")

    init() {
        vault = Vault(
            root: FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/team-x-vault-" + UUID().uuidString)
    }

    private func row(_ stored: Vault.Stored, path: String? = nil) -> VaultFile {
        VaultFile(
            id: VaultFile.ID("f"), companyID: company, filename: stored.sha256, originalName: "plan.md", sizeBytes: stored.size,
            sha256: stored.sha256, vaultPath: path ?? stored.path, uploadedBy: "o", createdAt: Timestamp(milliseconds: 0),
            updatedAt: Timestamp(milliseconds: 0))
    }

    @Test func `what is kept is read back, and kept once`() throws {
        let bytes = Array("Hello, vault".utf8)
        let first = try vault.keep(bytes, for: company)
        #expect(try vault.keep(bytes, for: company) == first)
        #expect(try vault.read(row(first)) == bytes)
        #expect(try vault.read(row(vault.keep([], for: company))) == [])
    }

    @Test func `what comes in pieces is kept like what comes at once`() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        var intake = try vault.intake(for: company)
        for start in stride(from: 0, to: bytes.count, by: 70_000) {
            try bytes[start..<min(start + 70_000, bytes.count)].withUnsafeBytes { try intake.append($0) }
        }
        let stored = try intake.finish()
        #expect(try vault.keep(bytes, for: company) == stored)
        #expect(try vault.read(row(stored)) == bytes)
    }

    @Test func `what is not finished or too large leaves nothing behind`() throws {
        do {
            var intake = try vault.intake(for: company)
            try [1, 2, 3].withUnsafeBytes { try intake.append($0) }
            let large = [UInt8](repeating: 0, count: Vault.sizeLimit)
            #expect(throws: VaultError.tooLarge(limit: Vault.sizeLimit)) { try large.withUnsafeBytes { try intake.append($0) } }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: vault.root + "/c1") == [])
    }

    @Test func `a file that was changed on disk is not handed out`() throws {
        let stored = try vault.keep(Array("true".utf8), for: company)
        try "lies".write(toFile: vault.root + "/" + stored.path, atomically: false, encoding: .utf8)
        #expect(throws: VaultError.damaged("plan.md")) { try vault.read(row(stored)) }
        #expect(try vault.keep(Array("true".utf8), for: company) == stored)
        #expect(try vault.read(row(stored)) == Array("true".utf8))
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "c1/../../x", "", "c1//x", "c1/missing"])
    func `a path that leads elsewhere reads nothing`(path: String) throws {
        let stored = try vault.keep([1], for: company)
        #expect(throws: VaultError.missing("plan.md")) { try vault.read(row(stored, path: path)) }
    }

    @Test func `a link in place of a file is not followed`() throws {
        let stored = try vault.keep([1, 2], for: company)
        let path = vault.root + "/" + stored.path
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
        #expect(throws: VaultError.missing("plan.md")) { try vault.read(row(stored)) }
    }

    @Test func `a vault that cannot be written says so`() {
        let blocked = Vault(root: "/dev/null/vault")
        #expect(throws: VaultError.unwritable("Not a directory")) { try blocked.keep([1], for: company) }
    }

    @Test func `what an earlier life did not finish is cleared, and what it finished stays`() throws {
        vault.clear()
        let stored = try vault.keep([1, 2], for: company)
        try "half".write(toFile: vault.root + "/c1/.new-abc123", atomically: false, encoding: .utf8)
        vault.clear()
        #expect(try vault.read(row(stored)) == [1, 2])
        #expect(try FileManager.default.contentsOfDirectory(atPath: vault.root + "/c1").count == 1)
    }
}
