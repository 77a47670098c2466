extension SourceFile {
    /// The members of a library's protocol that must be as visible as the protocol.
    private static let conformance: Set<String> = [
        "argument", "defaultValueDescription", "allValueStrings", "allValueDescriptions",
    ]

    /// Declarations that are `public`: nothing outside this package needs one.
    var publicDeclarations: [Violation] {
        let conforms = target == "teamx" && tokens.contains { $0.isWord("ExpressibleByArgument") }
        return tokens.indices.filter { tokens[$0].isWord("public") && tokens[safe: $0 - 1]?.isMark(".") != true }.compactMap {
            place in
            let line = tokens[place].line
            let declaration = tokens[place...].prefix { $0.line == line }
            if conforms, declaration.contains(where: { Self.conformance.contains($0.text) }) { return nil }
            return Violation(path, line, "public: package is enough")
        }
    }
}
