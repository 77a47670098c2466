import Domain

/// The words in which tools describe their arguments: a JSON Schema of an object.
enum Schema {
    static func object(_ properties: [String: JSONValue], required: [String] = []) -> JSONValue {
        ["type": "object", "properties": .object(properties), "required": .array(required.map { .string($0) })]
    }

    static func text(_ description: String) -> JSONValue { ["type": "string", "description": .string(description)] }

    static func list(_ description: String) -> JSONValue {
        ["type": "array", "items": ["type": "string"], "description": .string(description)]
    }

    static func word<Word: Vocabulary>(_ type: Word.Type, _ description: String) -> JSONValue {
        [
            "type": "string", "enum": .array(Word.writable.map { .string($0.rawValue) }), "description": .string(description),
        ]
    }
}
