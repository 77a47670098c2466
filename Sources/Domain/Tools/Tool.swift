/// What a model is told of a tool.
package struct ToolSpecification: Hashable, Sendable {
    /// Lower-case letters, digits and underscores.
    package var name: String
    /// What it does and when to use it, in a sentence or two.
    package var description: String
    /// A JSON Schema of type `object` with `properties` and `required`.
    package var parameters: JSONValue

    package init(name: String, description: String, parameters: JSONValue) {
        self.name = name
        self.description = description
        self.parameters = parameters
    }
}

/// What a tool answered.
package struct ToolOutput: Hashable, Sendable {
    /// What the model reads.
    package var content: JSONValue

    package init(_ content: JSONValue) { self.content = content }
}

/// Why a tool did nothing, in words that help the model to call it better.
package struct ToolFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}
