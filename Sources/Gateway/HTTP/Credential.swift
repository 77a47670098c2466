/// A provider's key, which shows itself to nobody but the provider.
struct Credential: Hashable, Sendable {
    private let value: String

    /// `nil` when `text` is blank.
    init?(_ text: String?) {
        guard let text else { return nil }
        let bare = text.drop(while: \.isWhitespace)
        guard let last = bare.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        value = String(bare[...last])
    }

    /// The value of an `Authorization` header.
    var bearer: String { "Bearer " + value }

    /// The key itself: the value of a header that holds nothing else, and what has to be kept out of texts.
    var bare: String { value }

    /// Whether the key can stand in a header: visible ASCII characters only.
    var isSendable: Bool { value.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

    /// `text` with a mark wherever the key stands in it, compared byte by byte.
    func redacted(from text: String) -> String {
        let key = Array(value.utf8)
        let bytes = Array(text.utf8)
        var clean: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == key.first, bytes[index...].starts(with: key) {
                clean.append(contentsOf: "[key]".utf8)
                index += key.count
            } else {
                clean.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: clean, as: UTF8.self)
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "[key]" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
