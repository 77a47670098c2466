extension SourceFile {
    private static let levels: Set<String> = ["trace", "debug", "info", "notice", "warning", "error", "critical"]

    /// Log messages that are not the same every time; what differs belongs into the metadata, where it can be searched for.
    var changingLogMessages: [Violation] {
        tokens.indices.compactMap { place in
            guard tokens[place].kind == .word, tokens[place].text.lowercased().hasSuffix("logger") || tokens[place].text == "log",
                tokens[safe: place + 1]?.isMark(".") == true, let level = tokens[safe: place + 2],
                Self.levels.contains(level.text),
                tokens[safe: place + 3]?.isMark("(") == true, let message = tokens[safe: place + 4]
            else { return nil }
            let isWhole = tokens[safe: place + 5].map { $0.isMark(")") || $0.isMark(",") } ?? false
            if case .text(isInterpolated: false) = message.kind, isWhole { return nil }
            return Violation(path, message.line, "a log message must be constant; put what differs into its metadata")
        }
    }
}
