import Domain

extension CallReader {
    /// A call as a statement on a line of its own: `functions.name({…})` as in the prompts of OpenAI's models, `name({…})`, or
    /// `name(key="value", …)` as the pythonic format of Llama 3.2 and Gemma has it.
    ///
    /// What stands in the middle of a sentence is no statement, nor is one whose end is missing.
    mutating func statementForm() -> WrittenCall? {
        guard let name = tool(), take("("), let arguments = statementArguments() else { return nil }
        skipBlanks()
        guard take(")"), !isCutOff else { return nil }
        _ = take(";")
        guard isLineOver() else { return nil }
        return WrittenCall(name: name, arguments: JSONValue.object(arguments).description)
    }

    private mutating func statementArguments() -> [String: JSONValue]? {
        skipBlanks()
        if isAt("{") {
            guard let members = value()?.object else { return nil }
            skipBlanks()
            _ = take(",")
            return members
        }
        var members: [String: JSONValue] = [:]
        while let key = word() {
            skipBlanks()
            guard take("="), let value = value() else { return nil }
            members[key] = value
            skipBlanks()
            guard take(",") else { break }
            skipBlanks()
        }
        return members
    }

    private func isLineOver() -> Bool {
        let rest = bytes[min(offset, bytes.count)...].drop { $0.isBlank && $0 != 0x0A }
        return rest.isEmpty ? isWhole : rest.first == 0x0A || rest.starts(with: "```".utf8)
    }
}
