import Domain

extension ToolCall {
    /// The arguments as an object; an empty one in place of what is none, which formats with objects cannot carry.
    var argumentsObject: JSONValue {
        guard let value = try? JSONValue(parsing: arguments), value.object != nil else { return [:] }  // as the comment says
        return value
    }
}
