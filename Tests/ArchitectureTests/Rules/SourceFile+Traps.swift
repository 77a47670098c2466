extension SourceFile {
    /// What would end the program, get around the compiler, or reach for the outside without being handed it.
    var traps: [Violation] {
        tokens.indices.compactMap { place in trap(at: place).map { Violation(path, tokens[place].line, $0) } }
    }

    private func trap(at place: Int) -> String? {
        let token = tokens[place]
        let next = tokens[safe: place + 1]
        guard token.kind == .word else { return nil }
        switch token.text {
        case "try" where isForced(next), "as" where isForced(next): return "\(token.text)! ends the program"
        case "fatalError": return "fatalError ends the program"
        case "unchecked" where isMark("@", before: place): return "@unchecked hides a data race; a Mutex does not"
        case "unsafe" where isMark("(", before: place) && tokens[safe: place - 2]?.isWord("nonisolated") == true:
            return "nonisolated(unsafe) hides a data race; a Mutex does not"
        case "preconcurrency" where isMark("@", before: place): return "@preconcurrency hides a data race"
        case "Task" where next?.isMark("{") == true || next?.isMark("(") == true,
            "Task" where next?.isMark(".") == true && tokens[safe: place + 2]?.isWord("detached") == true:
            return "a task that nobody waits for; use a task group or a Service"
        case "Date" where target != "teamx", "UUID":
            guard next?.isMark("(") == true, tokens[safe: place + 2]?.isMark(")") == true else { return nil }
            return "\(token.text)() is not handed in"
        case "now" where target != "teamx" && isImplicit(place): return "the time is not handed in"
        case "Glibc" where next?.isMark(".") == true && !tokens.contains(where: { $0.isWord("Darwin") }):
            return "a call of one C library does not build with another"
        case "ProcessInfo" where target != "teamx": return "the process's surroundings are not handed in"
        case "print"
        where !["teamx", "embed-files"].contains(target) && next?.isMark("(") == true && !isMark(".", before: place):
            return "only commands print"
        default: return nil
        }
    }

    /// `try !a` is a negation; only without a blank is it force.
    private func isForced(_ next: Token?) -> Bool { next?.isMark("!") == true && next?.isApart == false }

    private func isMark(_ mark: String, before place: Int) -> Bool { tokens[safe: place - 1]?.isMark(mark) == true }

    /// Whether the member at `place` is one of a type, as in `.now` and `Date.now`, and not one of a value.
    private func isImplicit(_ place: Int) -> Bool {
        guard let dot = tokens[safe: place - 1], dot.isMark(".") else { return false }
        guard !dot.isApart, let owner = tokens[safe: place - 2], owner.kind == .word else { return true }
        return owner.text.first?.isUppercase == true
    }
}
