import Domain
import FoundationEssentials

/// The contents of a pack's `pack.sig`.
package struct PackSignature: Hashable, Sendable {
    package static let path = "pack.sig"
    package static let algorithm = "ed25519"

    package var publicKeyFingerprint: String
    /// In hexadecimal.
    package var treeHash: String
    /// Ed25519 over the 32 bytes of the tree hash.
    package var signature: [UInt8]
    /// In ISO 8601; nothing vouches for it.
    package var signedAt: String
}

extension PackSignature {
    /// - Throws: ``PackSignatureError/notJSON``, ``PackSignatureError/missingField(_:)``,
    ///   ``PackSignatureError/unsupported(field:value:)``.
    init(parsing bytes: [UInt8]) throws(PackSignatureError) {
        let json: JSONValue
        do { json = try JSONValue(parsing: bytes) } catch { throw .notJSON }
        guard let version = json["version"]?.integer else { throw .missingField("version") }
        guard let algorithm = json["algorithm"]?.string else { throw .missingField("algorithm") }
        guard let fingerprint = json["publicKeyFingerprint"]?.string else { throw .missingField("publicKeyFingerprint") }
        guard let treeHash = json["treeHash"]?.string else { throw .missingField("treeHash") }
        guard let signature = json["signature"]?.string.flatMap({ Data(base64Encoded: $0) }) else {
            throw .missingField("signature")
        }
        guard version == 1 else { throw .unsupported(field: "version", value: String(version)) }
        guard algorithm == Self.algorithm else {
            throw .unsupported(field: "algorithm", value: String(algorithm.prefix(40)))
        }
        publicKeyFingerprint = String(fingerprint.prefix(64))
        self.treeHash = treeHash.lowercased()
        self.signature = Array(signature)
        signedAt = json["signedAt"]?.string ?? ""
    }

    /// The text of the file.
    package var text: String {
        let json: JSONValue = [
            "version": 1, "algorithm": .string(Self.algorithm), "publicKeyFingerprint": .string(publicKeyFingerprint),
            "treeHash": .string(treeHash), "signature": .string(Data(signature).base64EncodedString()),
            "signedAt": .string(signedAt),
        ]
        return json.description + "\n"
    }
}

extension PackSignature {
    /// Checks the signature of a pack and returns the fingerprint of the key that made it.
    ///
    /// - Throws: ``PackSignatureError``, the first of its list that applies.
    package static func verify(_ files: [PackFile], keys: [PackPublicKey]) throws(PackSignatureError) -> String {
        guard let file = files.first(where: { $0.path == path }) else { throw .missing }
        let signature = try PackSignature(parsing: file.bytes)
        guard let key = keys.first(where: { $0.fingerprint == signature.publicKeyFingerprint }) else {
            throw .unknownKey(fingerprint: signature.publicKeyFingerprint)
        }
        let hash = PackTree.hash(of: files)
        guard hash.hexadecimal == signature.treeHash else { throw .changedFiles }
        guard key.verifies(signature.signature, of: hash) else { throw .wrongSignature }
        return key.fingerprint
    }
}
