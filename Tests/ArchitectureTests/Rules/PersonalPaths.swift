/// Paths that mean something on one machine only.
enum PersonalPaths {
    private static let places = ["home", "Users", "root", "work", "workspace", "mnt"].map { Array("/\($0)/".utf8) }

    /// The lines of a text on which such a path begins.
    static func lines(in text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let bytes = Array(line.utf8)
            return bytes.indices.contains { begins(at: $0, of: bytes) } ? index + 1 : nil
        }
    }

    private static func begins(at place: Int, of bytes: [UInt8]) -> Bool {
        guard bytes[place] == UInt8(ascii: "/"), place == 0 || !isPartOfPath(bytes[place - 1]) else { return false }
        return places.contains { name in
            bytes[place...].starts(with: name) && place + name.count < bytes.count && isPartOfPath(bytes[place + name.count])
        }
    }

    private static func isPartOfPath(_ byte: UInt8) -> Bool {
        Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
            || [0x2E, 0x2D, 0x5F, 0x7E, 0x7D].contains(byte)
    }
}
