import Domain

/// The JSON schemas of the types that routes speak of, each described once.
struct SchemaCollection {
    var all: [String: JSONValue] = [:]

    mutating func schema(of shape: AnswerShape) -> JSONValue {
        switch shape {
        case .anything: return [:]
        case .text: return ["type": "string"]
        case .number: return ["type": "integer"]
        case .flag: return ["type": "boolean"]
        case .optional(let shape): return ["anyOf": [schema(of: shape), ["type": "null"]]]
        case .many(let shape): return ["type": "array", "items": schema(of: shape)]
        case .members(let members): return object(members)
        case .some(let members, let more): return object(members, perhaps: more)
        case .list(let shape): return object(["items": .many(shape), "next": .anything])
        case .either(let one, let other): return ["anyOf": [schema(of: one), schema(of: other)]]
        case .one(let type, let members) where members.isEmpty: return reference(to: type)
        case .one(let type, let members): return ["allOf": [reference(to: type), object(members)]]
        }
    }

    func inlineSchema(of body: any RequestBody.Type) -> JSONValue {
        guard case .object(var members) = SchemaReader.schema(of: body, .sent) else { return [:] }
        members["additionalProperties"] = false
        return .object(members)
    }

    /// A reference to the type's schema, which is added when it is not there.
    private mutating func reference(to type: any (Decodable & Sendable).Type) -> JSONValue {
        let name = "\(type)"
        if all[name] == nil { all[name] = SchemaReader.schema(of: type, .answered) }
        return ["$ref": .string("#/components/schemas/\(name)")]
    }

    private mutating func object(_ members: [String: AnswerShape], perhaps more: [String: AnswerShape] = [:]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for (name, shape) in members.merging(more, uniquingKeysWith: { own, _ in own }) { properties[name] = schema(of: shape) }
        return [
            "type": "object", "required": .array(members.keys.sorted().map { .string($0) }), "properties": .object(properties),
        ]
    }
}
