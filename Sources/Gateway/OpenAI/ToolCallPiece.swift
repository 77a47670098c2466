import Domain

/// What one element of `tool_calls` brings.
struct ToolCallPiece: Sendable {
    let index: Int64?
    let id: String
    let name: String
    let arguments: String
    /// The arguments came as the object itself instead of its text.
    let isWhole: Bool

    init(_ element: JSONValue) {
        index = element["index"]?.integer
        id = element["id"]?.string ?? ""
        name = element["function"]?["name"]?.string ?? ""
        switch element["function"]?["arguments"] {
        case .none, .null: (arguments, isWhole) = ("", false)
        case .string(let text): (arguments, isWhole) = (text, false)
        case .some(let value): (arguments, isWhole) = (value.description, true)
        }
    }
}
