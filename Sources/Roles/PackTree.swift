import Crypto

/// What a signature vouches for: the paths and contents of all files of a pack.
///
/// The list has two lines per file, its path and the SHA-256 of its bytes in hexadecimal, sorted by the bytes of the path;
/// the tree hash is the SHA-256 of the list. See ``PackFile/isSigned`` for what is left out.
enum PackTree {
    static func hash(of files: [PackFile]) -> [UInt8] {
        var list = SHA256()
        for file in files.filter(\.isSigned).sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            list.update(data: Array("\(file.path)\n\(SHA256.hash(data: file.bytes).hexadecimal)\n".utf8))
        }
        return Array(list.finalize())
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits per byte.
    var hexadecimal: String {
        var digits: [UInt8] = []
        for byte in self {
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
}
