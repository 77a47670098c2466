import Crypto
import Domain

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file on its way into the vault.
///
/// One that is not finished leaves nothing behind.
package struct VaultIntake: ~Copyable {
    private let vault: Vault
    private let company: Company.ID
    private let temporary: String
    private let descriptor: Int32
    private var hash = SHA256()
    private var size = 0
    private var isPlaced = false

    /// What the names of unfinished files begin with.
    static let prefix = ".new-"

    /// - Throws: ``VaultError/unwritable(_:)``, ``VaultError/diskFull``.
    init(vault: Vault, company: Company.ID) throws {
        let folder = "\(vault.root)/\(vault.folder(of: company))"
        try Self.makeFolder(folder)
        var template = Array("\(folder)/\(Self.prefix)XXXXXX".utf8CString)
        let opened = mkstemp(&template)
        guard opened >= 0 else { throw VaultError(writing: errno) }
        descriptor = opened
        temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        self.vault = vault
        self.company = company
    }

    deinit {
        close(descriptor)
        if !isPlaced { unlink(temporary) }
    }

    /// - Throws: ``VaultError/tooLarge(limit:)`` when the file has become too large, ``VaultError/unwritable(_:)``, ``VaultError/diskFull``.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count <= vault.fileLimit - size else { throw VaultError.tooLarge(limit: vault.fileLimit) }
        var written = 0
        while written < bytes.count {
            let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw VaultError(writing: errno) }
            written += count
        }
        hash.update(bufferPointer: bytes)
        size += bytes.count
    }

    /// Flushes the file and moves it into its place.
    ///
    /// - Throws: ``VaultError/unwritable(_:)``, ``VaultError/diskFull``.
    package consuming func finish() throws -> Vault.Stored {
        let sha256 = hash.finalize().hexadecimal
        let stored = Vault.Stored(sha256: sha256, path: vault.path(of: sha256, for: company), size: size)
        if vault.isKept(stored) { return stored }
        let target = "\(vault.root)/\(stored.path)"
        let folder = String(target.dropLast(sha256.count + 1))
        try Self.makeFolder(folder)
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
            throw VaultError(writing: errno)
        }
        isPlaced = true
        let directory = open(folder, O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return stored }
        fsync(directory)
        close(directory)
        return stored
    }

    private static func makeFolder(_ path: String) throws {
        do { try Folder.make(path) } catch { throw VaultError(writing: error.code) }
    }
}
