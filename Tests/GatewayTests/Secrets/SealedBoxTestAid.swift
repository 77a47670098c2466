import Crypto

enum SealedBoxTestAid {
    /// The bytes with the check sum that belongs to them.
    static func withSum(_ bytes: [UInt8]) -> [UInt8] { bytes + SHA256.hash(data: bytes) }
}
