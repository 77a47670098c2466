import Crypto
import FoundationEssentials

/// The public half of an Ed25519 key with which packs are signed.
package struct PackPublicKey: Hashable, Sendable {
    /// 32 bytes.
    package let rawRepresentation: [UInt8]

    /// Nil unless the bytes are a key.
    package init?(rawRepresentation bytes: [UInt8]) {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)  // the error says no more than nil does
        guard key != nil else { return nil }
        rawRepresentation = bytes
    }

    /// Reads the 32 bytes from base64, as ``base64`` writes them.
    package init?(base64 text: String) {
        guard let bytes = Data(base64Encoded: text) else { return nil }
        self.init(rawRepresentation: Array(bytes))
    }

    package var base64: String { Data(rawRepresentation).base64EncodedString() }

    /// How signatures name the key: the SHA-256, in hexadecimal, of what stands between the lines of its PEM file.
    ///
    /// That is the base64 text of the SubjectPublicKeyInfo of RFC 8410: a fixed head of 12 bytes, then the key.
    package var fingerprint: String {
        let head: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
        let body = Data(head + rawRepresentation).base64EncodedString()
        return SHA256.hash(data: Array(body.utf8)).hexadecimal
    }

    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: rawRepresentation)  // the initializer has proved it
        return key?.isValidSignature(signature, for: message) ?? false
    }
}
