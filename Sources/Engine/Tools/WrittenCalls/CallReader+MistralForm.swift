import Domain

extension CallReader {
    /// `[TOOL_CALLS]name[ARGS]{…}`, of which several may follow one another: Mistral's tokenizers from version 13 on, and version
    /// 11 with `[CALL_ID]…` before the arguments.
    mutating func mistralForm() -> WrittenCall? {
        guard take("[TOOL_CALLS]") else { return nil }
        skipBlanks()
        guard let name = tool() else { return nil }
        if take("[CALL_ID]"), word() == nil { return nil }
        guard take("[ARGS]"), let arguments = value(), arguments.object != nil else { return nil }
        return WrittenCall(name: name, arguments: arguments.description)
    }
}
