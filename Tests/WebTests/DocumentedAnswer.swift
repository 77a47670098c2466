import Domain
import HTTPTypes

@testable import Web

/// Holds answers against the API's description of itself.
enum DocumentedAnswer {
    static let document = OpenAPIDocument.make(from: RouteTable.all, version: "test")

    /// What is wrong with an answer, `nil` when it is as described.
    static func flaw(_ method: HTTPRequest.Method, _ path: String, _ status: HTTPResponse.Status, _ json: JSONValue) -> String? {
        guard let route = RouteMatching.route(method, String(path.prefix { $0 != "?" })) else { return "no such route" }
        let operation = document["paths"]?[route.path]?[method.rawValue.lowercased()]
        guard let response = operation?["responses"]?["\(status.code)"] else { return "the status is not described" }
        guard let schema = response["content"]?["application/json"]?["schema"] else { return nil }
        return flaw(json, schema, at: "answer")
    }

    private static func flaw(_ value: JSONValue, _ schema: JSONValue, at place: String) -> String? {
        if let name = schema["$ref"]?.string?.split(separator: "/").last {
            return flaw(value, document["components"]?["schemas"]?[String(name)] ?? ["type": "nothing"], at: place)
        }
        if let all = schema["allOf"]?.array { return all.lazy.compactMap { flaw(value, $0, at: place) }.first }
        if let some = schema["anyOf"]?.array {
            let flaws = some.map { flaw(value, $0, at: place) }
            return flaws.contains(nil) ? nil : flaws.compactMap(\.self).joined(separator: ", ")
        }
        if let words = schema["enum"]?.array, !words.contains(value) { return "\(place) is \(value), none of \(words)" }
        switch schema["type"]?.string {
        case "string": return value.string == nil ? "\(place) is no string" : nil
        case "integer": return value.integer == nil ? "\(place) is no integer" : nil
        case "number": return value.number == nil ? "\(place) is no number" : nil
        case "boolean": return value.bool == nil ? "\(place) is no boolean" : nil
        case "null": return value == .null ? nil : "\(place) is not null"
        case "array":
            guard let items = value.array else { return "\(place) is no array" }
            return items.enumerated().lazy.compactMap { flaw($1, schema["items"] ?? [:], at: "\(place).\($0)") }.first
        case "object": return objectFlaw(value, schema, at: place)
        default: return nil
        }
    }

    private static func objectFlaw(_ value: JSONValue, _ schema: JSONValue, at place: String) -> String? {
        guard let members = value.object else { return "\(place) is no object" }
        let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { members[$0] == nil }
        guard missing.isEmpty else { return "\(place) lacks \(missing)" }
        let properties = schema["properties"]?.object ?? [:]
        return members.sorted { $0.key < $1.key }.lazy.compactMap { name, value in
            properties[name].flatMap { flaw(value, $0, at: "\(place).\(name)") }
        }.first
    }
}
