import Domain

extension CallReader {
    /// An object that stands here: the value, and the call if it is one.
    ///
    /// Most models are trained on such objects or were shown one in the prompt, in a fence, in `<tool_call>` tags (Hermes,
    /// Qwen), behind `[TOOL_CALLS]` (Mistral) or `<|python_tag|>` (Llama), in double braces or bare.
    mutating func objectForm() -> (value: JSONValue, call: WrittenCall?)? {
        guard let value = value(), value.object?.isEmpty == false else { return nil }
        return (value, WrittenCall(value, known: known))
    }
}

extension WrittenCall {
    /// The call that an object means which names a tool and has the arguments beside it.
    init?(_ value: JSONValue, known: Set<String>) {
        let inner = value["function"]?.object == nil ? value : value["function"] ?? value
        let names = [inner["name"], inner["tool"], inner["tool_name"], inner["function"]]
        guard let name = names.lazy.compactMap({ $0?.string?.tool(among: known) }).first else { return nil }
        let arguments = inner["arguments"] ?? inner["parameters"] ?? inner["args"] ?? inner["input"] ?? .object([:])
        self.init(name: name, arguments: arguments.string ?? arguments.description)
    }
}
