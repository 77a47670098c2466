/// The line of a help text that shows how a command is put together, broken so that it can be read.
enum UsageLine {
    private static let head = "USAGE: "
    /// What stands between the words of one option, so that it is not broken there.
    private static let glue: Character = "\u{A0}"

    /// The text with that line in lines of `width` columns; what is optional is shown to be.
    static func wrapped(_ help: String, width: Int = 80) -> String {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            guard line.hasPrefix(head) else { return [String(line)] }
            let usage = glued(String(line).replacing(" <options>", with: " [options]"))
            let blanks = String(repeating: " ", count: head.count)
            return WordWrap.lines(usage, width: width, hanging: blanks).map { $0.replacing(String(glue), with: " ") }
        }
        return lines.joined(separator: "\n")
    }

    /// Puts what stands in brackets together.
    private static func glued(_ line: String) -> String {
        var depth = 0
        return String(
            line.map { character in
                if character == "[" { depth += 1 }
                if character == "]" { depth -= 1 }
                return character == " " && depth > 0 ? glue : character
            })
    }
}
