import Domain

/// What one piece of a stream brings of a tool call.
struct ToolCallPiece: Sendable {
    let index: Int64?
    let id: String
    let name: String
    let arguments: String
    /// The arguments are all there are, whatever came of them before.
    let isWhole: Bool
    /// See ``ToolCall/signature``.
    let signature: String?

    /// - Parameter arguments: The next piece of their text, or the object itself.
    init(index: Int64?, id: String? = nil, name: String? = nil, arguments: JSONValue? = nil, signature: String? = nil) {
        self.index = index
        self.id = id ?? ""
        self.name = name ?? ""
        self.signature = signature
        switch arguments {
        case .none, .null: (self.arguments, isWhole) = ("", false)
        case .string(let text): (self.arguments, isWhole) = (text, false)
        case .some(let value): (self.arguments, isWhole) = (value.description, true)
        }
    }

    /// The text of all arguments of the call at `index`.
    init(index: Int64?, wholeArguments text: String) {
        self.index = index
        id = ""
        name = ""
        arguments = text
        isWhole = true
        signature = nil
    }
}
