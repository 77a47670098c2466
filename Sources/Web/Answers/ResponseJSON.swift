import Domain
import Store

/// How entities look in the API: their columns, without the ending that only says how a column is stored.
enum ResponseJSON {
    static func value(of value: some Encodable) throws -> JSONValue {
        let json = try JSONText.value(of: value)
        guard let record = value as? any Record, case .object(var members) = json else { return named(json) }
        // What a row does not have is there as null, so that every answer of a kind has the same members.
        for column in type(of: record).layout.columns where members[column] == nil { members[column] = .null }
        return named(.object(members))
    }

    /// Strips `_json` from the entity's own keys; what is inside a value is the value's business.
    private static func named(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let items): .array(items.map(named))
        case .object(let members):
            .object(
                Dictionary(members.map { key, value in key.hasSuffix("_json") ? (String(key.dropLast(5)), value) : (key, value) })
                { first, _ in first })
        default: value
        }
    }

    /// `entity` with further members.
    static func value(of entity: some Encodable, adding more: [String: JSONValue]) throws -> JSONValue {
        guard case .object(let members) = try value(of: entity) else { return .null }
        return .object(members.merging(more) { _, new in new })
    }

    /// A list as the API gives it.
    static func list(_ items: [some Encodable]) throws -> JSONValue {
        ["items": try array(items), "next": .null]
    }

    /// A page of a list, with the place behind which it goes on unless this was the last one.
    static func page<Item: Encodable>(_ items: [Item], limit: Int, place: (Item) -> Int?) throws -> JSONValue {
        let next = items.count == limit ? items.last.flatMap(place) : nil
        return ["items": try array(items), "next": next.map { .integer(Int64($0)) } ?? .null]
    }

    static func array(_ items: [some Encodable]) throws -> JSONValue { .array(try items.map { try value(of: $0) }) }
}
