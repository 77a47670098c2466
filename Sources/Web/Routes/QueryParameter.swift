import Domain

/// A value that a route takes behind the question mark of its address, for the document.
struct QueryParameter: Sendable {
    let name: String
    let isRequired: Bool
    let schema: JSONValue

    /// How many items a list gives at most.
    static let limit = QueryParameter(
        name: "limit", isRequired: false, schema: ["type": "integer", "minimum": 1, "maximum": 500, "default": 100])

    /// Where a list goes on: what its last page gave as `next`.
    static let after = QueryParameter(name: "after", isRequired: false, schema: ["type": "integer", "minimum": 0])

    /// Where a list that has the newest first goes on: what its last page gave as `next`.
    static let before = QueryParameter(name: "before", isRequired: false, schema: ["type": "integer", "minimum": 0])

    static func text(_ name: String, isRequired: Bool = false) -> QueryParameter {
        QueryParameter(name: name, isRequired: isRequired, schema: ["type": "string"])
    }

    /// `true` or `false`, which is what it is when missing.
    static func flag(_ name: String) -> QueryParameter {
        QueryParameter(name: name, isRequired: false, schema: ["type": "boolean", "default": false])
    }

    static func word<Word: Vocabulary>(_ name: String, of type: Word.Type) -> QueryParameter {
        QueryParameter(name: name, isRequired: false, schema: SchemaReader.schema(of: type, .sent))
    }
}
