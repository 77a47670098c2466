import Domain

/// The arguments of a call, read with the patience that weak models need and errors that help them.
struct ToolArguments: Sendable {
    private let tool: String
    private let members: [String: JSONValue]

    /// - Throws: `ToolFailure` when `text` is no JSON object, not even after mending.
    init(_ text: String, for tool: String) throws(ToolFailure) {
        self.tool = tool
        guard let value = Self.parse(text), case .object(let members) = value else {
            throw ToolFailure("The arguments of \(tool) must be a JSON object, for example {\"name\": \"value\"}.")
        }
        self.members = members
    }

    /// The JSON that `text` is or nearly is: in a fence, with words around it, with commas too many or bare line breaks.
    static func parse(_ text: String) -> JSONValue? {
        let trimmed = text.trimmed
        if trimmed.isEmpty { return .object([:]) }
        if let value = try? JSONValue(parsing: trimmed) {  // not JSON as it stands: mended below
            if case .string(let inner) = value, inner.trimmed.hasPrefix("{") { return try? JSONValue(parsing: inner.trimmed) }
            return value
        }
        guard let first = trimmed.firstIndex(of: "{"), let last = trimmed.lastIndex(of: "}"), first < last else { return nil }
        let object = String(trimmed[first...last])
        return (try? JSONValue(parsing: object)) ?? (try? JSONValue(parsing: JSONMending.mend(object)))  // hopeless is nil
    }

    /// - Throws: `ToolFailure` when it is missing or empty.
    func string(_ key: String) throws(ToolFailure) -> String {
        guard let text = optionalString(key), !text.trimmed.isEmpty else {
            throw ToolFailure("\(tool) needs “\(key)”, a text. Call it again with all of its arguments.")
        }
        // What an example shows is no answer.
        guard text.trimmed != "…", text.trimmed != "..." else {
            throw ToolFailure("“\(key)” is still to be written: call \(tool) again with the whole text in place of the dots.")
        }
        return text
    }

    func optionalString(_ key: String) -> String? {
        switch members[key] {
        case .string(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .array(let items) where items.count == 1: items.first?.string
        case .array, .object: members[key]?.description
        case .null, nil: nil
        }
    }

    /// A list of texts; one text alone is a list of one, and commas part it.
    func strings(_ key: String) -> [String] {
        switch members[key] {
        case .array(let items):
            items.compactMap { $0.string ?? $0["id"]?.string ?? $0["file_id"]?.string ?? $0.integer.map { "\($0)" } }
        case .string(let text):
            if let list = Self.parse(text)?.array {
                list.compactMap(\.string)
            } else {
                text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
            }
        default: []
        }
    }

    /// - Throws: `ToolFailure` naming what is allowed.
    func word<Word: Vocabulary>(_ key: String, as type: Word.Type, default fallback: Word? = nil) throws(ToolFailure) -> Word {
        guard let text = optionalString(key)?.trimmed, !text.isEmpty else {
            if let fallback { return fallback }
            throw ToolFailure("\(tool) needs “\(key)”: one of \(Word.writable.map(\.rawValue).joined(separator: ", ")).")
        }
        let plain = text.lowercased().replacing(" ", with: "_")
        let found = Word.writable.first { [text, plain, plain.replacing("_", with: "-")].contains($0.rawValue) }
        guard let found else {
            throw ToolFailure(
                "\(tool): “\(key)” must be one of \(Word.writable.map(\.rawValue).joined(separator: ", ")), not “\(text)”.")
        }
        return found
    }

    subscript(key: String) -> JSONValue? { members[key] }
}
