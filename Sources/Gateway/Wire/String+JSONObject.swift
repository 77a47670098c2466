import Domain

extension String {
    /// Whether this text is exactly one JSON object.
    var isJSONObject: Bool {
        guard utf8.last == UInt8(ascii: "}") || last?.isWhitespace == true else { return false }  // saves most of the parsing
        guard let value = try? JSONValue(parsing: self) else { return false }  // that it does not parse is the answer
        return value.object != nil
    }
}
