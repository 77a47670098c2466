/// Fills in the placeholders of a role's prompt.
package enum RoleTemplate {
    package struct Rendering: Hashable, Sendable {
        package var text: String
        /// Placeholders that mean nothing, each once, in the order of their first appearance.
        ///
        /// They are left out of ``text``.
        package var unresolved: [String]

        package init(text: String, unresolved: [String] = []) {
            self.text = text
            self.unresolved = unresolved
        }
    }

    /// Puts the context's words where `{{ path }}` stands; a path is made of names with dots between them.
    ///
    /// What is put in is never read again, so a company called `{{ cwd }}` stays called so. Braces around anything that
    /// is not a path are text.
    package static func render(_ body: String, _ context: RoleContext) -> Rendering {
        let bytes = Array(body.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var unresolved: [String] = []
        var reported: Set<String> = []
        var place = 0
        while place < bytes.count {
            guard let (path, end) = placeholder(in: bytes, at: place) else {
                output.append(bytes[place])
                place += 1
                continue
            }
            if let words = context.words(for: path) {
                output.append(contentsOf: words.utf8)
            } else if reported.insert(path).inserted {
                unresolved.append(path)
            }
            place = end
        }
        return Rendering(text: String(decoding: output, as: UTF8.self), unresolved: unresolved)
    }

    /// The longest path that is looked at, blanks included.
    private static let lengthLimit = 100

    private static func placeholder(in bytes: [UInt8], at start: Int) -> (path: String, end: Int)? {
        let brace = UInt8(ascii: "{")
        guard bytes[start] == brace, start + 1 < bytes.count, bytes[start + 1] == brace else { return nil }
        var place = start + 2
        func skipBlanks() { while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 } }
        skipBlanks()
        let first = place
        while place < bytes.count, place - first < lengthLimit, bytes[place].isPathByte { place += 1 }
        let path = bytes[first..<place]
        skipBlanks()
        let close = UInt8(ascii: "}")
        guard path.first?.isLetter == true, path.last != UInt8(ascii: "."), place + 1 < bytes.count,
            bytes[place] == close, bytes[place + 1] == close
        else { return nil }
        return (String(decoding: path, as: UTF8.self), place + 2)
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_") }

    fileprivate var isPathByte: Bool {
        isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: ".")
    }
}
