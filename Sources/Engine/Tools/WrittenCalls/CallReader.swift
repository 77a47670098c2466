/// Reads, from a place in an answer, one of the forms in which models write calls.
///
/// Every reading method moves on as far as it understood and answers `nil` where it did not: how far it came is what the
/// attempt cost, which is how ``WrittenCallScan`` bounds its work.
struct CallReader: Sendable {
    let bytes: [UInt8]
    /// `bytes` are all of the answer, so that what is open at their end may count as closed.
    let isWhole: Bool
    /// The tools that may be called.
    let known: Set<String>
    var offset = 0
    /// Something was open where the answer or its fence ends, and counts as closed there.
    var isCutOff = false

    init(bytes: [UInt8], isWhole: Bool, known: Set<String>) {
        self.bytes = bytes
        self.isWhole = isWhole
        self.known = known
    }

    var isAtEnd: Bool { offset >= bytes.count }

    func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func isAt(_ word: StaticString) -> Bool {
        guard bytes.count - offset >= word.utf8CodeUnitCount else { return false }
        for place in 0..<word.utf8CodeUnitCount where bytes[offset + place] != word.utf8Start[place] { return false }
        return true
    }

    /// Moves behind `word`, if it stands here.
    mutating func take(_ word: StaticString) -> Bool {
        guard isAt(word) else { return false }
        offset += word.utf8CodeUnitCount
        return true
    }

    mutating func skipBlanks() {
        while let byte = peek(), byte.isBlank { offset += 1 }
    }

    /// The bytes up to `word`, behind which it moves; without it the reader is at the end.
    mutating func text(before word: StaticString) -> ArraySlice<UInt8>? {
        let start = offset
        while !isAtEnd {
            let end = offset
            if take(word) { return bytes[start..<end] }
            offset += 1
        }
        return nil
    }

    /// A word of letters, digits and what else may stand in the name of a tool or of an argument.
    mutating func word() -> String? {
        let start = offset
        while let byte = peek(), byte.isPartOfName { offset += 1 }
        return offset > start ? String(decoding: bytes[start..<offset], as: UTF8.self) : nil
    }

    /// The name of a tool that may be called, without the `functions.` that some models put before it.
    mutating func tool() -> String? { word().flatMap { $0.tool(among: known) } }
}

extension String {
    /// The tool that this name means, if it is one of `known`.
    func tool(among known: Set<String>) -> String? {
        let name = hasPrefix("functions.") ? String(dropFirst("functions.".count)) : self
        return known.contains(name) ? name : nil
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    var isPartOfName: Bool {
        isLetter || (0x30...0x39).contains(self) || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(self)
    }
}
