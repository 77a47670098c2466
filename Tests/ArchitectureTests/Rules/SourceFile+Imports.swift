extension SourceFile {
    /// The modules that the file imports, with the line of each.
    var imports: [(module: String, line: Int)] {
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]
        return tokens.indices.compactMap { place in
            guard tokens[place].isWord("import"), var name = tokens[safe: place + 1] else { return nil }
            if kinds.contains(name.text), let next = tokens[safe: place + 2] { name = next }
            return (name.text, name.line)
        }
    }
}

extension Array {
    /// The element at a place, if there is one.
    subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
