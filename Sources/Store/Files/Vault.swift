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
    /// The most bytes that one file may have here.
    package let fileLimit: Int

    /// - Parameters:
    ///   - root: The folder that holds one folder for each company.
    ///   - fileLimit: The most bytes that one file may have.
    package init(root: String, fileLimit: Int = Vault.sizeLimit) {
        self.root = root
        self.fileLimit = fileLimit
    }

    /// The most bytes that one file may have unless somebody says otherwise.
    package static let sizeLimit = 50 * 1024 * 1024

    /// Where bytes were put.
    package struct Stored: Hashable, Sendable {
        package let sha256: String
        /// Relative to ``Vault/root``.
        package let path: String
        package let size: Int
    }

    /// Keeps `bytes` and tells where.
    ///
    /// Bytes that are there already are not written again.
    ///
    /// - Throws: ``VaultError``.
    package func keep(_ bytes: [UInt8], for company: Company.ID) throws -> Stored {
        guard bytes.count <= fileLimit else { throw VaultError.tooLarge(limit: fileLimit) }
        let sha256 = SHA256.hash(data: bytes).hexadecimal
        let stored = Stored(sha256: sha256, path: path(of: sha256, for: company), size: bytes.count)
        if isKept(stored) { return stored }
        var intake = try intake(for: company)
        try bytes.withUnsafeBytes { try intake.append($0) }
        return try intake.finish()
    }

    /// Begins to take in a file that comes piece by piece, so that it is never in memory as a whole.
    ///
    /// - Throws: ``VaultError``.
    package func intake(for company: Company.ID) throws -> VaultIntake { try VaultIntake(vault: self, company: company) }

    /// Where a company's file of these contents is, relative to ``root``.
    func path(of sha256: String, for company: Company.ID) -> String { "\(folder(of: company))/\(sha256.prefix(2))/\(sha256)" }

    /// Whether the very bytes are there.
    ///
    /// A file that is unreadable or of other contents is to be written anew.
    func isKept(_ stored: Stored) -> Bool {
        guard let present = FileBytes.contents(of: "\(root)/\(stored.path)", limit: Self.sizeLimit) else { return false }
        return present.count == stored.size && SHA256.hash(data: present).hexadecimal == stored.sha256
    }

    /// The bytes of a file, checked against what the database says of them.
    ///
    /// - Throws: ``VaultError``.
    package func read(_ file: VaultFile) throws -> [UInt8] {
        let parts = file.vaultPath.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.vaultPath.hasPrefix("/"), !parts.contains(".."), !parts.contains("") else {
            throw VaultError.missing(file.originalName)
        }
        guard let bytes = FileBytes.contents(of: "\(root)/\(file.vaultPath)", limit: Self.sizeLimit) else {
            throw VaultError.missing(file.originalName)
        }
        guard SHA256.hash(data: bytes).hexadecimal == file.sha256 else { throw VaultError.damaged(file.originalName) }
        return bytes
    }

    /// The name of a company's folder, relative to ``root``.
    func folder(of company: Company.ID) -> String {
        let isPlain = company.rawValue.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isLetter || character.isNumber || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isPlain && !company.rawValue.isEmpty ? company.rawValue : Array(company.rawValue.utf8).hexadecimal
    }
}

/// Why a file could not be kept or read.
package enum VaultError: Error, Equatable {
    case tooLarge(limit: Int)
    case unwritable(String)
    case diskFull
    case missing(String)
    /// The bytes are not those that were kept.
    case damaged(String)

    /// - Parameter code: The `errno` of the call that failed.
    init(writing code: Int32) {
        self = code == ENOSPC || code == EDQUOT ? .diskFull : .unwritable(String(cString: strerror(code)))
    }
}

extension VaultError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge(let limit): "A file may have at most \(limit) bytes."
        case .unwritable(let reason): "The file vault cannot be written: \(reason)."
        case .diskFull: "The disk is full: the file was not kept."
        case .missing(let name): "The file “\(name)” is missing from the vault."
        case .damaged(let name): "The file “\(name)” was changed on disk: its contents are not those that were kept."
        }
    }
}
