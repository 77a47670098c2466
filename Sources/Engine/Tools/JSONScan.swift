import Domain

/// Finds JSON objects in a text that is about something else.
enum JSONScan {
    struct Finding {
        let range: Range<String.Index>
        let value: JSONValue
    }

    /// How many opening braces are looked at, so that a hostile text costs no more than a long one.
    private static let mostAttempts = 64

    /// The outermost objects that can be read, mended where that helps; an opening brace that leads nowhere is passed over.
    static func objects(in text: String) -> [Finding] {
        var findings: [Finding] = []
        var place = text.startIndex
        var attempts = 0
        while attempts < mostAttempts, let start = text[place...].firstIndex(of: "{") {
            attempts += 1
            let end = balancedEnd(of: text, from: start)
            if let found = read(String(text[start..<(end ?? text.endIndex)]), isClosed: end != nil) {
                findings.append(Finding(range: start..<(end ?? text.endIndex), value: found))
                place = end ?? text.endIndex
            } else {
                place = text.index(after: start)
            }
        }
        return findings
    }

    /// Behind the brace that closes the one at `start`, `nil` when there is none.
    private static func balancedEnd(of text: String, from start: String.Index) -> String.Index? {
        var depth = 0
        var isInString = false
        var isEscaped = false
        var place = start
        let bytes = text.utf8
        while place < bytes.endIndex {
            let byte = bytes[place]
            bytes.formIndex(after: &place)
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return place }
            default: break
            }
        }
        return nil
    }

    /// The object in `text`; one whose end is missing gets the braces it lacks.
    private static func read(_ text: String, isClosed: Bool) -> JSONValue? {
        let mended = JSONMending.mend(text)
        for closing in isClosed ? [""] : ["}", "}}", "\"}}", "\"}"] {
            if let value = try? JSONValue(parsing: mended + closing), value.object?.isEmpty == false {  // tried in turn
                return value
            }
        }
        return nil
    }
}
