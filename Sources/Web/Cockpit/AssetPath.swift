/// Where a file of the cockpit lies, from their folder, such as `js/pages/floor.js`.
///
/// There is no way to write one that leads out of the folder, to a hidden file, or to a file of another kind than these.
struct AssetPath: Hashable, Sendable {
    let text: String
    let contentType: String

    /// - Parameter text: As it stands in the address; nothing is decoded, so an escaped letter is no letter.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 200, parts.allSatisfy({ $0.first != "." && !$0.isEmpty && $0.utf8.allSatisfy(Self.isPlain) }),
            let name = parts.last, let dot = name.lastIndex(of: "."),
            let contentType = Self.contentTypes[String(name[name.index(after: dot)...])]
        else { return nil }
        self.text = String(text)
        self.contentType = contentType
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static let contentTypes = [
        "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
        "html": "text/html; charset=utf-8", "json": "application/json; charset=utf-8", "txt": "text/plain; charset=utf-8",
    ]
}

extension AssetPath {
    /// The page that all addresses of the cockpit lead to.
    static let index = AssetPath("index.html")
}
