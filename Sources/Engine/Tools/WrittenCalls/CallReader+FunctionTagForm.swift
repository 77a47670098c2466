import Domain

extension CallReader {
    /// `<function=name>` with the arguments in it: `{…}` as in the prompt format of Llama 3.1 for functions of one's own, or
    /// `<parameter=key>value</parameter>` one after the other as in the chat template of Qwen3-Coder.
    mutating func functionTagForm() -> WrittenCall? {
        guard take("<function="), let name = tool(), take(">") else { return nil }
        skipBlanks()
        guard let arguments = isAt("{") ? value() : parameters() else { return nil }
        skipBlanks()
        if !take("</function>") {
            guard isAtEnd, isWhole else { return nil }
            isCutOff = true
        }
        return WrittenCall(name: name, arguments: arguments.description)
    }

    /// Each value is text; the tool reads numbers and lists from texts too.
    private mutating func parameters() -> JSONValue? {
        var members: [String: JSONValue] = [:]
        while take("<parameter=") {
            guard let key = word(), take(">"), let value = text(before: "</parameter>") else { return nil }
            members[key] = .string(String(decoding: value.withoutFrame, as: UTF8.self))
            skipBlanks()
        }
        return .object(members)
    }
}

extension ArraySlice<UInt8> {
    /// Without the one line break at either end that the template puts around a value.
    fileprivate var withoutFrame: ArraySlice<UInt8> {
        let start = first == 0x0A ? dropFirst() : self
        return start.last == 0x0A ? start.dropLast() : start
    }
}
