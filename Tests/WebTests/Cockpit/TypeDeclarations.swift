import Domain

/// The API's shapes as TypeScript declarations, which check the cockpit's modules.
struct TypeDeclarations {
    private let document: JSONValue

    /// - Parameter document: As `GET /api/openapi.json` gives it.
    init(_ document: JSONValue) { self.document = document }

    var text: String {
        let schemas = document["components"]?["schemas"]?.object ?? [:]
        let types = schemas.sorted { $0.key < $1.key }.map { name, schema in "export type \(name) = \(type(schema, 0));\n" }
        let answers = routes.map { route, type in "  \"\(route)\": \(type);\n" }
        return """
            // The shapes of the API, made from its own description. Not written by hand: see the test of TypeDeclarations.

            \(types.joined(separator: "\n"))
            /** What each route answers with when all is well. */
            export interface Answers {
            \(answers.joined())}

            """
    }

    private var routes: [(String, String)] {
        let paths = document["paths"]?.object ?? [:]
        return paths.sorted { $0.key < $1.key }.flatMap { path, operations in
            (operations.object ?? [:]).sorted { $0.key < $1.key }.compactMap { method, operation in
                let responses = operation["responses"]?.object ?? [:]
                let good = responses.filter { $0.key.hasPrefix("2") }.min { $0.key < $1.key }?.value
                guard let schema = good?["content"]?["application/json"]?["schema"] else { return nil }
                return ("\(method.uppercased()) \(path)", type(schema, 1))
            }
        }
    }

    private func type(_ schema: JSONValue, _ depth: Int) -> String {
        if let reference = schema["$ref"]?.string { return reference.split(separator: "/").last.map(String.init) ?? "unknown" }
        if let all = schema["allOf"]?.array { return all.map { type($0, depth) }.joined(separator: " & ") }
        if let any = schema["anyOf"]?.array { return union(any.map { type($0, depth) }) }
        if let words = schema["enum"]?.array { return union(words.map { "\($0)" }) }
        switch schema["type"]?.string {
        case "string": return "string"
        case "integer", "number": return "number"
        case "boolean": return "boolean"
        case "null": return "null"
        case "array": return "Array<\(schema["items"].map { type($0, depth) } ?? "any")>"
        case "object": return object(schema, depth)
        default: return "any"
        }
    }

    private func union(_ types: [String]) -> String {
        types.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " | ")
    }

    private func object(_ schema: JSONValue, _ depth: Int) -> String {
        guard let members = schema["properties"]?.object, !members.isEmpty else { return "Record<string, any>" }
        let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
        let indent = String(repeating: "  ", count: depth + 1)
        let lines = members.sorted { $0.key < $1.key }.map { name, member in
            "\(indent)\"\(name)\"\(required.contains(name) ? "" : "?"): \(type(member, depth + 1));\n"
        }
        return "{\n\(lines.joined())\(String(repeating: "  ", count: depth))}"
    }
}
