import Domain

/// Finds the tool calls that a model meant to make.
enum ToolCallRepair {
    /// The answer's calls; where there are none, those written into its text in a fence, in `<tool_call>` tags or as a bare
    /// object, as long as they name a tool that is there. Also the text that is left.
    static func calls(in answer: ModelGate.Answer, known: Set<String>) -> (text: String, calls: [ToolCall]) {
        guard answer.toolCalls.isEmpty else { return (answer.text, answer.toolCalls) }
        var calls: [ToolCall] = []
        var rest = answer.text
        for piece in candidates(in: answer.text) {
            let found = objects(in: piece.inner).compactMap { call(from: $0, number: calls.count, known: known) }
            guard !found.isEmpty else { continue }
            for call in found { calls.append(ToolCall(id: "written_\(calls.count)", name: call.name, arguments: call.arguments)) }
            if let range = rest.firstRange(of: piece.whole) { rest.removeSubrange(range) }
        }
        return (calls.isEmpty ? answer.text : rest.trimmed, calls)
    }

    private struct Piece {
        let whole: String
        let inner: String
    }

    private static func candidates(in text: String) -> [Piece] {
        let fenced = between("```", "```", in: text) + between("<tool_call>", "</tool_call>", in: text)
        if !fenced.isEmpty { return fenced }
        let trimmed = text.trimmed
        if trimmed.hasPrefix("{") || trimmed.hasPrefix("[{") { return [Piece(whole: trimmed, inner: trimmed)] }
        // A fence or tag that was opened and never closed.
        for opening in ["```json", "<tool_call>", "```"] {
            if let range = text.firstRange(of: opening) {
                return [Piece(whole: String(text[range.lowerBound...]), inner: String(text[range.upperBound...]))]
            }
        }
        return []
    }

    private static func between(_ opening: String, _ closing: String, in text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstRange(of: opening) {
            let after = rest[start.upperBound...]
            guard let end = after.firstRange(of: closing) else { break }
            pieces.append(Piece(whole: String(text[start.lowerBound..<end.upperBound]), inner: String(after[..<end.lowerBound])))
            rest = after[end.upperBound...]
        }
        return pieces
    }

    /// The object or list of objects in `text`, or one object a line.
    private static func objects(in text: String) -> [JSONValue] {
        if let value = ToolArguments.parse(text.hasPrefix("json") ? String(text.dropFirst(4)) : text) {
            if case .array(let items) = value { return items }
            if value != .object([:]) { return [value] }
        }
        return text.split(separator: "\n").compactMap { line in
            line.trimmed.hasPrefix("{") ? ToolArguments.parse(String(line)) : nil
        }
    }

    private static func call(from value: JSONValue, number: Int, known: Set<String>) -> ToolCall? {
        let inner = value["function"]?.object == nil ? value : value["function"] ?? value
        let name = [inner["name"], inner["tool"], inner["tool_name"], inner["function"]].compactMap { $0?.string }.first { known.contains($0) }
        guard let name else { return nil }
        let arguments = inner["arguments"] ?? inner["parameters"] ?? inner["args"] ?? inner["input"] ?? .object([:])
        return ToolCall(id: "written_\(number)", name: name, arguments: arguments.string ?? arguments.description)
    }
}
