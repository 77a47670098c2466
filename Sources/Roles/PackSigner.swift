import Crypto
package import Domain
import FoundationEssentials

/// Signs packs with a private key.
package struct PackSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let publicKey: PackPublicKey

    /// A new key is any 32 bytes that nobody can guess.
    ///
    /// - Throws: ``PackSignerError/malformedKey`` unless there are 32 bytes.
    package init(rawPrivateKey bytes: [UInt8]) throws(PackSignerError) {
        guard bytes.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes),  // says why: its size
            let publicKey = PackPublicKey(rawRepresentation: Array(key.publicKey.rawRepresentation))
        else { throw .malformedKey }
        self.key = key
        self.publicKey = publicKey
    }

    /// The `pack.sig` for these files; one that is among them does not count.
    ///
    /// - Throws: ``PackSignerError``.
    package func sign(_ files: [PackFile], at moment: Timestamp) throws(PackSignerError) -> PackSignature {
        if let file = files.first(where: { !$0.hasPlainPath }) { throw .unusablePath(file.path) }
        let hash = PackTree.hash(of: files)
        guard let signature = try? key.signature(for: hash) else { throw .failed }  // says nothing further
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return PackSignature(
            publicKeyFingerprint: publicKey.fingerprint, treeHash: hash.hexadecimal, signature: Array(signature),
            signedAt: date.ISO8601Format())
    }

    /// Reads a pack's folder and signs it.
    ///
    /// The caller writes ``PackSignature/text`` to `pack.sig`.
    ///
    /// - Throws: ``RolePackError``, ``PackSignerError``, and ``RolePackProblem`` for a file that cannot be signed.
    package func sign(folder: String, at moment: Timestamp) throws -> PackSignature {
        let read = try PackFolder(reading: folder)
        if let problem = read.problems.first { throw problem }
        return try sign(read.files, at: moment)
    }
}

/// Why a pack could not be signed.
package enum PackSignerError: Error, Hashable, Sendable, CustomStringConvertible {
    case malformedKey
    case unusablePath(String)
    case failed

    package var description: String {
        switch self {
        case .malformedKey: "A private key has 32 bytes."
        case .unusablePath(let path): "The path “\(path)” cannot be signed."
        case .failed: "The key could not sign."
        }
    }
}
