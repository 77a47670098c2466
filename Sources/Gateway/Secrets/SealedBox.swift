import Crypto
import CryptoExtras
import Domain

/// The bytes of a file of secrets: a header that says what opens it, the sealed contents, and a check sum.
///
/// | bytes | what |
/// |---|---|
/// | 8 | `TEAMXSEC` |
/// | 1 | the version of the format, 1 |
/// | 1 | 0 where a key file opens it, 1 where a passphrase does |
/// | 16 | the salt of the key |
/// | 12 | the nonce |
/// | any | the contents, sealed by AES-256-GCM together with all that stands before the nonce |
/// | 16 | the seal's tag |
/// | 32 | SHA-256 of everything before |
///
/// The check sum tells a damaged file from a wrong passphrase; against who changes the file on purpose, the seal stands.
enum SealedBox {
    enum Lock: UInt8 {
        case keyFile = 0
        case passphrase = 1
    }

    enum Flaw: Error {
        case damaged
        case unknownFormat
        case wrongKey
    }

    /// The key of a file, made from what its owner has.
    struct Key: Sendable {
        let lock: Lock
        let salt: [UInt8]
        fileprivate let key: SymmetricKey

        /// - Parameter secret: The bytes of the key file.
        init(keyFile secret: [UInt8], salt: [UInt8]) {
            lock = .keyFile
            self.salt = salt
            key = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: secret), salt: salt, info: Array("team-x secrets 1".utf8),
                outputByteCount: 32)
        }

        /// Takes about a tenth of a second and 32 MB, on purpose.
        ///
        /// - Returns: `nil` where the machine has not so much memory to spare.
        init?(passphrase: String, salt: [UInt8]) {
            // The library has no typed error, and there is but one reason.
            let derived = try? KDF.Scrypt.deriveKey(
                from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: 1 << 15, blockSize: 8, parallelism: 1)
            guard let derived else { return nil }
            lock = .passphrase
            self.salt = salt
            key = derived
        }
    }

    static let saltLength = 16

    static func seal(_ contents: [UInt8], with key: Key) throws(Flaw) -> [UInt8] {
        var bytes = header(key.lock, key.salt)
        // A key of 32 bytes always seals.
        guard let box = try? AES.GCM.seal(contents, using: key.key, authenticating: bytes), let sealed = box.combined else {
            throw .wrongKey
        }
        bytes += sealed
        return bytes + SHA256.hash(data: bytes)
    }

    /// What opens the file.
    static func lock(of bytes: [UInt8]) throws(Flaw) -> (lock: Lock, salt: [UInt8]) {
        guard bytes.count >= headerLength + 12 + 16 + 32 else { throw .damaged }
        guard SHA256.hash(data: bytes.dropLast(32)).elementsEqual(bytes.suffix(32)) else { throw .damaged }
        guard bytes.starts(with: magic), bytes[magic.count] == version, let lock = Lock(rawValue: bytes[magic.count + 1]) else {
            throw .unknownFormat
        }
        return (lock, Array(bytes[(magic.count + 2)..<headerLength]))
    }

    static func open(_ bytes: [UInt8], with key: Key) throws(Flaw) -> [UInt8] {
        _ = try lock(of: bytes)
        let sealed = bytes[headerLength..<(bytes.count - 32)]
        guard let box = try? AES.GCM.SealedBox(combined: Array(sealed)),  // long enough, as was checked
            let contents = try? AES.GCM.open(box, using: key.key, authenticating: header(key.lock, key.salt))
        else { throw .wrongKey }
        return Array(contents)
    }

    private static let magic = Array("TEAMXSEC".utf8)
    private static let version: UInt8 = 1
    private static let headerLength = 8 + 2 + saltLength

    private static func header(_ lock: Lock, _ salt: [UInt8]) -> [UInt8] { magic + [version, lock.rawValue] + salt }
}
