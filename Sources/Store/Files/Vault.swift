import Crypto
package import Domain
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The bytes of the companies' files, on disk and named by their content; the database holds everything else about them.
///
/// A file is complete or not there: it is written beside its place, flushed, and moved into it.
package struct Vault: Sendable {
    package let root: String

    /// - Parameter root: The folder that holds one folder for each company.
    package init(root: String) { self.root = root }

    /// The most bytes that one file may have.
    package static let sizeLimit = 50 * 1024 * 1024

    /// Where bytes were put.
    package struct Stored: Hashable, Sendable {
        package let sha256: String
        /// Relative to ``Vault/root``.
        package let path: String
        package let size: Int
    }

    /// Keeps `bytes` and tells where. Keeping the same bytes again is free.
    ///
    /// - Throws: ``VaultError``.
    package func keep(_ bytes: [UInt8], for company: Company.ID) throws -> Stored {
        guard bytes.count <= Self.sizeLimit else { throw VaultError.tooLarge(limit: Self.sizeLimit) }
        let sha256 = SHA256.hash(data: bytes).hexadecimal
        let folder = "\(folder(of: company))/\(sha256.prefix(2))"
        let path = "\(folder)/\(sha256)"
        let stored = Stored(sha256: sha256, path: path, size: bytes.count)
        let target = "\(root)/\(path)"
        if let present = try? contents(of: target), present.count == bytes.count, SHA256.hash(data: present).hexadecimal == sha256 {
            return stored  // unreadable or other contents: written anew
        }
        do {
            try FileManager.default.createDirectory(
                atPath: "\(root)/\(folder)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw VaultError.unwritable(String(cString: strerror(errno)))
        }
        try write(bytes, to: target, in: "\(root)/\(folder)")
        return stored
    }

    /// The bytes of a file, checked against what the database says of them.
    ///
    /// - Throws: ``VaultError``.
    package func read(_ file: VaultFile) throws -> [UInt8] {
        let parts = file.vaultPath.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.vaultPath.hasPrefix("/"), !parts.contains(".."), !parts.contains("") else { throw VaultError.missing(file.originalName) }
        guard let bytes = try? contents(of: "\(root)/\(file.vaultPath)") else {  // any reason is the same to the reader
            throw VaultError.missing(file.originalName)
        }
        guard SHA256.hash(data: bytes).hexadecimal == file.sha256 else { throw VaultError.damaged(file.originalName) }
        return bytes
    }

    private func folder(of company: Company.ID) -> String {
        let isPlain = company.rawValue.utf8.allSatisfy { Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber || $0 == 0x2D || $0 == 0x5F }
        return isPlain && !company.rawValue.isEmpty ? company.rawValue : Array(company.rawValue.utf8).hexadecimal
    }

    private func contents(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw VaultError.missing(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            guard count >= 0 else { throw VaultError.missing(path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= Self.sizeLimit else { throw VaultError.tooLarge(limit: Self.sizeLimit) }
        }
    }

    private func write(_ bytes: [UInt8], to target: String, in folder: String) throws {
        var template = Array("\(folder)/.new-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw VaultError.unwritable(String(cString: strerror(errno))) }
        var isPlaced = false
        defer {
            close(descriptor)
            if !isPlaced { unlink(template) }
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written) }
            guard count > 0 else { throw VaultError.unwritable(String(cString: strerror(errno))) }
            written += count
        }
        guard fsync(descriptor) == 0, rename(template, target) == 0 else {
            throw VaultError.unwritable(String(cString: strerror(errno)))
        }
        isPlaced = true
        let directory = open(folder, O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }
}

/// Why a file could not be kept or read.
package enum VaultError: Error, Equatable, CustomStringConvertible {
    case tooLarge(limit: Int)
    case unwritable(String)
    case missing(String)
    /// The bytes are not those that were kept.
    case damaged(String)

    package var description: String {
        switch self {
        case .tooLarge(let limit): "A file may have at most \(limit) bytes."
        case .unwritable(let reason): "The file vault cannot be written: \(reason)."
        case .missing(let name): "The file “\(name)” is missing from the vault."
        case .damaged(let name): "The file “\(name)” was changed on disk: its contents are not those that were kept."
        }
    }
}
