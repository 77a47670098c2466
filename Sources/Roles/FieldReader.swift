import Domain
import Yams

/// Takes typed values out of front matter and gathers what is wrong with them, so that an author hears of everything at once.
struct FieldReader {
    struct Problem: Hashable {
        var field: String
        var severity: RolePackProblem.Severity = .error
        var message: String
    }

    private let fields: [String: Node]
    private(set) var problems: [Problem] = []

    init(_ fields: [String: Node]) { self.fields = fields }

    var hasErrors: Bool { problems.contains { $0.severity == .error } }

    mutating func report(_ field: String, _ message: String, _ severity: RolePackProblem.Severity = .error) {
        problems.append(Problem(field: field, severity: severity, message: message))
    }

    /// One line of text; a number or a yes/no stands for its own letters.
    mutating func text(_ field: String) -> String? {
        guard let node = node(field) else { return nil }
        guard let text = Self.text(of: node), Self.isOneLine(text) else {
            report(field, "must be one line of text, at most \(Self.textLimit) characters")
            return nil
        }
        return text
    }

    mutating func requiredText(_ field: String) -> String? {
        guard node(field) != nil else {
            report(field, "is missing; it must be a text")
            return nil
        }
        return text(field)
    }

    /// Letters, digits, `-`, `_` and `.`: what can stand in an address.
    mutating func requiredID(_ field: String) -> String? {
        guard let text = requiredText(field) else { return nil }
        guard PackName.isID(text) else {
            report(field, "must be made of letters, digits, “-”, “_” and “.”, at most 64, not “\(Self.short(text))”")
            return nil
        }
        return text
    }

    /// A list of texts; absent means empty.
    mutating func texts(_ field: String) -> [String] {
        guard let node = node(field) else { return [] }
        guard case .sequence(let items) = node else {
            report(field, "must be a list of texts, such as [a, b]")
            return []
        }
        let texts = items.map { Self.text(of: $0).flatMap { Self.isOneLine($0) ? $0 : nil } }
        if let place = texts.firstIndex(of: nil) {
            report(field, "must be a list of texts; its entry \(place + 1) is none, or is empty or too long")
        }
        return texts.compactMap { $0 }
    }

    mutating func word<Word: Vocabulary>(_ field: String, of type: Word.Type, allowed: [String]) -> Word? {
        let choices = "one of \(allowed.joined(separator: ", "))"
        guard let node = node(field) else {
            report(field, "is missing; it must be \(choices)")
            return nil
        }
        guard let text = Self.text(of: node), let word = Word(reading: text.lowercased()) ?? Word(reading: text) else {
            report(field, "must be \(choices), not \(Self.shown(node))")
            return nil
        }
        return word
    }

    mutating func number(_ field: String, in range: ClosedRange<Double>) -> Double? {
        guard let node = node(field) else { return nil }
        guard let number = Self.plain(node).flatMap({ Double($0) }), range.contains(number) else {
            report(field, "must be a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)), not \(Self.shown(node))")
            return nil
        }
        return number
    }

    mutating func positiveInteger(_ field: String) -> Int? {
        guard let node = node(field) else { return nil }
        guard let number = Self.plain(node).flatMap({ Int($0) }), number > 0 else {
            report(field, "must be a whole number above 0, not \(Self.shown(node))")
            return nil
        }
        return number
    }

    /// The entries of a list of mappings, with the texts in them; absent means nil.
    mutating func mappings(_ field: String) -> [[String: String]]? {
        guard let node = node(field) else { return nil }
        guard case .sequence(let items) = node else {
            report(field, "must be a list of “key: value” groups")
            return nil
        }
        var groups: [[String: String]] = []
        for item in items {
            guard case .mapping(let pairs) = item else {
                report(field, "must be a list of “key: value” groups")
                return nil
            }
            var group: [String: String] = [:]
            for (key, value) in pairs {
                if case .scalar(let key) = key, let text = Self.text(of: value), Self.isOneLine(text) { group[key.string] = text }
            }
            groups.append(group)
        }
        return groups
    }

    // MARK: Nodes

    private static let textLimit = 400

    /// The value of a field, nil when it is absent or nothing (`key:`, `null`, `~`).
    private func node(_ field: String) -> Node? {
        guard let node = fields[field] else { return nil }
        if let plain = Self.plain(node), ["", "~", "null", "Null", "NULL"].contains(plain) { return nil }
        return node
    }

    private static func text(of node: Node) -> String? {
        guard case .scalar(let scalar) = node else { return nil }
        return scalar.string
    }

    /// The letters of a value without quotes.
    private static func plain(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return scalar.string
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.count <= textLimit && text.contains { !$0.isWhitespace }
            && text.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .control && $0 != "\u{2028}" && $0 != "\u{2029}"
            }
    }

    private static func shown(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): "“\(short(scalar.string))”"
        case .sequence: "a list"
        case .mapping: "a group"
        case .alias: "a reference"
        }
    }

    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}
