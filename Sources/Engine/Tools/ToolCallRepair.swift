import Domain

/// Finds the tool calls that a model meant to make.
enum ToolCallRepair {
    /// The answer's calls; where there are none, the objects in its text that name a tool that is there, be they in a fence, in
    /// tags, in double braces or bare.
    ///
    /// Also the text that is left.
    ///
    /// - Parameter place: A number that grows within the conversation, so that made-up ids are unique in it.
    static func calls(in answer: ModelGate.Answer, known: Set<String>, place: Int) -> (text: String, calls: [ToolCall]) {
        guard answer.toolCalls.isEmpty else { return (answer.text, answer.toolCalls) }
        var calls: [ToolCall] = []
        var rest = answer.text
        for finding in JSONScan.objects(in: answer.text).reversed() {
            guard let (name, arguments) = call(from: finding.value, known: known) else { continue }
            calls.insert(ToolCall(id: "", name: name, arguments: arguments), at: 0)
            rest.removeSubrange(finding.range)
        }
        guard !calls.isEmpty else { return (answer.text, []) }
        for index in calls.indices { calls[index].id = "written_\(place)_\(index)" }
        return (withoutWrapping(rest), calls)
    }

    /// What is left of a text when the calls have been taken out of their fences, tags and brackets.
    private static func withoutWrapping(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            let words = ["```json", "```", "<tool_call>", "</tool_call>", "{", "}", "[", "]", ","]
            return line.trimmed.isEmpty || !words.reduce(line.trimmed) { $0.replacing($1, with: "") }.trimmed.isEmpty
        }
        return lines.joined(separator: "\n").trimmed
    }

    private static func call(from value: JSONValue, known: Set<String>) -> (name: String, arguments: String)? {
        let inner = value["function"]?.object == nil ? value : value["function"] ?? value
        let name = [inner["name"], inner["tool"], inner["tool_name"], inner["function"]].compactMap { $0?.string }.first {
            known.contains($0)
        }
        guard let name else { return nil }
        let arguments = inner["arguments"] ?? inner["parameters"] ?? inner["args"] ?? inner["input"] ?? .object([:])
        return (name, arguments.string ?? arguments.description)
    }
}
