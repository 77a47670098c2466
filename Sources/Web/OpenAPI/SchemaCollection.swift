import Domain

/// The JSON schemas of the types that routes speak of, each described once.
struct SchemaCollection {
    var all: [String: JSONValue] = [:]

    /// A reference to the type's schema, which is added when it is not there.
    mutating func reference(to type: any (Decodable & Sendable).Type) -> JSONValue {
        let name = "\(type)"
        if all[name] == nil { all[name] = SchemaReader.schema(of: type) }
        return ["$ref": .string("#/components/schemas/\(name)")]
    }

    func inlineSchema(of body: any RequestBody.Type) -> JSONValue {
        guard case .object(var members) = SchemaReader.schema(of: body) else { return [:] }
        members["additionalProperties"] = false
        return .object(members)
    }
}
