import Domain

/// A JSON Schema cut down to what the Gemini API reads.
///
/// The API refuses a request over a word that it does not know, so that only the ones it does know are passed on. What it
/// writes differently is translated: several types, `const`, `oneOf`, and references to definitions.
struct GeminiSchema: Hashable, Sendable {
    /// How deep definitions may refer to others: one that refers to itself has no end.
    private static let referenceLimit = 8
    /// How many references are followed in all: a definition that refers to itself several times grows with the power of that.
    private static let followLimit = 500

    let value: JSONValue

    init(_ schema: JSONValue) {
        let definitions = (schema["$defs"] ?? schema["definitions"])?.object ?? [:]
        var followed = 0
        value = Self.clean(schema, definitions: definitions, references: 0, followed: &followed)
    }

    private static let kept: Set<String> = [
        "title", "description", "nullable", "maxItems", "minItems", "minProperties", "maxProperties", "minLength", "maxLength",
        "pattern", "minimum", "maximum",
    ]
    private static let formats: Set<String> = ["float", "double", "int32", "int64", "enum", "date-time"]

    /// - Parameters:
    ///   - references: How many references led here.
    ///   - followed: How many have been followed anywhere.
    private static func clean(
        _ schema: JSONValue, definitions: [String: JSONValue], references: Int, followed: inout Int
    ) -> JSONValue {
        guard case .object(var members) = schema else { return ["type": "string"] }  // `true`: anything
        if let name = members["$ref"]?.string?.split(separator: "/").last {
            guard references < referenceLimit, followed < followLimit, let target = definitions[String(name)]?.object else {
                return ["type": "object"]
            }
            followed += 1
            members["$ref"] = nil
            let merged = target.merging(members) { _, own in own }
            return clean(.object(merged), definitions: definitions, references: references + 1, followed: &followed)
        }
        func part(_ schema: JSONValue) -> JSONValue {
            clean(schema, definitions: definitions, references: references, followed: &followed)
        }
        var result = members.filter { kept.contains($0.key) }
        if let format = members["format"]?.string, formats.contains(format) { result["format"] = .string(format) }
        if var properties = members["properties"]?.object {
            // In order, so that the same schema always ends at the same place.
            for name in properties.keys.sorted() { properties[name] = properties[name].map(part) }
            result["properties"] = .object(properties)
        }
        if let items = members["items"] { result["items"] = part(items) }
        if let required = members["required"]?.array {
            let known = required.filter { $0.string.map { result["properties"]?[$0] != nil } == true }
            if !known.isEmpty { result["required"] = .array(known) }
        }
        setType(of: members, in: &result)
        setChoices(of: members, in: &result, part)
        return .object(result)
    }

    /// One type; `null` beside it makes the value one that may be left out.
    private static func setType(of members: [String: JSONValue], in result: inout [String: JSONValue]) {
        let named = members["type"]?.array ?? members["type"].map { [$0] } ?? []
        let types = named.filter { $0 != "null" }
        if types.count < named.count { result["nullable"] = true }
        if let type = types.first {
            result["type"] = type
        } else if result["properties"] != nil {
            result["type"] = "object"
        } else if members["enum"] != nil || members["const"] != nil {
            result["type"] = "string"
        }
        if result["type"] == "array", result["items"] == nil { result["items"] = ["type": "string"] }
    }

    /// Values and forms to choose from; of values only texts may be listed.
    private static func setChoices(
        of members: [String: JSONValue], in result: inout [String: JSONValue], _ part: (JSONValue) -> JSONValue
    ) {
        let values = (members["enum"]?.array ?? members["const"].map { [$0] } ?? []).filter { $0 != .null }
        if result["type"] == "string", !values.isEmpty, values.allSatisfy({ $0.string != nil }) {
            result["enum"] = .array(values)
        }
        guard let forms = (members["anyOf"] ?? members["oneOf"])?.array else {
            // Of several descriptions that all hold, the first that says what the value is has to do.
            if result["type"] == nil, let first = members["allOf"]?[0]?.object {
                result.merge(part(.object(first)).object ?? [:]) { own, _ in own }
            }
            return
        }
        let some = forms.filter { $0["type"] != "null" }
        if some.count < forms.count { result["nullable"] = true }
        if some.count == 1, let only = some.first {
            result.merge(part(only).object ?? [:]) { own, _ in own }
        } else if !some.isEmpty {
            result["anyOf"] = .array(some.map(part))
        }
    }
}
