import Domain

/// Finds what an error answer says in words.
///
/// Every maker has a form of its own: `{"error":{"message":…}}`, `{"error":"…"}`, `{"message":…}`, `{"detail":…}`, also
/// inside of a list; and gateways in between answer with pages or plain text.
enum ErrorBody {
    /// The most bytes of an error answer that are read.
    static let sizeLimit = 64 << 10

    static func text(_ body: [UInt8]) -> String {
        guard let value = try? JSONValue(lenient: body) else {  // not JSON: the text itself is what there is to say
            let text = String(decoding: body, as: UTF8.self)
            return text.drop(while: \.isWhitespace).first == "<" ? "(a web page)" : text
        }
        return words(in: value) ?? value.description
    }

    private static func words(in value: JSONValue) -> String? {
        if case .string(let text) = value { return text }
        if let first = value[0] { return words(in: first) }
        for member in ["error", "message", "detail", "msg"] {
            if let found = value[member].flatMap(words(in:)), !found.isEmpty { return found }
        }
        return nil
    }
}
