import Domain

/// Finds the tool calls that a model meant to make.
enum ToolCallRepair {
    /// The answer's calls; where there are none, those that are written in its text and name a tool that is there, in one of the
    /// forms that ``WrittenCallScan`` knows.
    ///
    /// Also the text that is left: without what the model thought, in which nothing counts as a call, and without the calls.
    ///
    /// - Parameter place: A number that grows within the conversation, so that made-up ids are unique in it.
    static func calls(in answer: ModelGate.Answer, known: Set<String>, place: Int) -> (text: String, calls: [ToolCall]) {
        let text = Thought.removed(from: answer.text, known: known)
        guard answer.toolCalls.isEmpty else { return (text, answer.toolCalls) }
        let bytes = Array(text.utf8)
        let isCutShort = answer.finish == .length || answer.finish == .contentFilter
        var calls: [ToolCall] = []
        var ranges: [Range<Int>] = []
        for finding in WrittenCallScan.findings(in: bytes, known: known) {
            // Arguments that end where the model had to stop are half of what it meant, as in a stream that was cut short.
            guard let call = finding.call, !(finding.isCutOff && isCutShort) else { continue }
            calls.append(ToolCall(id: "written_\(place)_\(calls.count)", name: call.name, arguments: call.arguments))
            ranges.append(finding.range)
        }
        return calls.isEmpty ? (text, []) : (CallWrapping.text(of: bytes, without: ranges), calls)
    }
}
