import Domain

/// CSV as RFC 4180 has it, in which no cell is a formula.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula. Such a cell gets an
/// apostrophe in front, which makes it text; plain numbers stay as they are.
enum CSVText {
    /// Lines that end with CR LF, cells quoted where they need it.
    ///
    /// - Throws: ``ToolFailure`` for cells that are lists or objects, and when the text would have more than `limit` bytes.
    static func text(of rows: [[JSONValue]], limit: Int) throws -> String {
        var text = ""
        for (line, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                if column > 0 { text += "," }
                guard let content = content(of: cell) else {
                    throw ToolFailure(
                        "Row \(line + 1), cell \(column + 1) is a list or an object; a cell is a text, a number or a yes/no.")
                }
                text += quoted(content)
            }
            text += "\r\n"
            guard text.utf8.count <= limit else {
                throw ToolFailure("The table has more than \(limit) bytes (1 MiB) after row \(line + 1). Split it into several.")
            }
        }
        return text
    }

    /// CSV text as it came, except that cells which a spreadsheet would take for formulas are made text.
    ///
    /// Which sign parts the cells is the reader's choice, so comma, semicolon and tab all count.
    static func neutralized(_ content: String) -> String {
        let scalars = Array(content.unicodeScalars)
        var text = String.UnicodeScalarView()
        var place = scalars.first == "\u{FEFF}" ? 1 : 0
        text.append(contentsOf: scalars[..<place])
        var quoted = false
        var cellStarts = true
        while place < scalars.count {
            let scalar = scalars[place]
            if cellStarts, !quoted {
                if scalar == "\"" {
                    quoted = true
                    text.append(scalar)
                    place += 1
                    if place < scalars.count, isFormula(scalars[place...].prefix { $0 != "\"" }) { text.append("'") }
                    cellStarts = false
                    continue
                }
                let cell = scalars[place...].prefix { !isSeparator($0) }
                if isFormula(cell) { text.append("'") }
            }
            if scalar == "\"" { quoted.toggle() }
            cellStarts = !quoted && isSeparator(scalar)
            text.append(scalar)
            place += 1
        }
        return String(text)
    }

    private static func content(of cell: JSONValue) -> String? {
        switch cell {
        case .null: ""
        case .bool, .integer, .number: cell.description
        case .string(let text): isFormula(text.unicodeScalars) ? "'" + text : text
        case .array, .object: nil
        }
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.unicodeScalars.contains { $0 == "\"" || isSeparator($0) }
        guard needsQuotes else { return cell }
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text.append("\"") }
            text.append(scalar)
        }
        text.append("\"")
        return String(text)
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    /// The full-width forms count too: some programs read them like the ASCII ones.
    private static func isFormula(_ cell: some Collection<Unicode.Scalar>) -> Bool {
        switch cell.first {
        case "=", "@", "\t", "\r", "\n", "＝", "＠", "＋", "－": true
        case "+", "-": !isNumber(cell.dropFirst())
        default: false
        }
    }

    private static func isNumber(_ text: some Collection<Unicode.Scalar>) -> Bool {
        var digits = 0
        var dots = 0
        for scalar in text {
            switch scalar {
            case "0"..."9": digits += 1
            case ".": dots += 1
            default: return false
            }
        }
        return digits > 0 && dots <= 1
    }
}
