import Yams

/// Reads YAML that a stranger wrote.
///
/// The library builds its tree by recursion and hashes its keys with all they contain, so depth and references are bounded
/// before it sees the text: 100 open brackets, 40 columns of indentation, 8 references.
enum YAMLText {
    struct Failure: Error, Equatable {
        var message: String
    }

    /// The pairs of a mapping by their keys.
    ///
    /// Equal keys are an error; keys that are no text are passed over.
    static func mapping(_ yaml: String) throws(Failure) -> [String: Node] {
        if let message = complaint(about: yaml) { throw Failure(message: message) }
        let root: Node?
        do {
            // The basic resolver takes every value for what it says: the default one tries regular expressions on each of them
            // to guess types that nobody here asks for.
            root = try compose(yaml: yaml, .basic)
        } catch {
            throw Failure(message: "has front matter that is not YAML: \(reason(error))")
        }
        guard let root else { return [:] }
        guard case .mapping(let mapping) = root else {
            throw Failure(message: "has front matter that is no list of “key: value” lines")
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping { if case .scalar(let name) = key { fields[name.string] = value } }
        return fields
    }

    private static func complaint(about yaml: String) -> String? {
        let bytes = Array(yaml.utf8)
        guard bytes.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) <= bracketLimit else {
            return "has more than \(bracketLimit) brackets in its front matter; write lists with one “- item” a line"
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let head = line.prefix { [0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains($0) }
            guard head.count <= indentationLimit else {
                return "is indented by more than \(indentationLimit) columns in its front matter"
            }
        }
        let references = zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "*") && $1 > 0x20 && $1 != UInt8(ascii: "*") }
        guard references <= referenceLimit else {
            return "has more than \(referenceLimit) references (*name) in its front matter"
        }
        return nil
    }

    private static let bracketLimit = 100
    private static let indentationLimit = 40
    private static let referenceLimit = 8

    /// What the library says, with the line counted from the top of the file: the opening fence is line 1.
    private static func reason(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            "line \(mark.line + 1), column \(mark.column): \(problem)"
        case .reader(let problem, _, _, _): problem
        case .duplicatedKeysInMapping(let keys, _):
            "\(keys.sorted().prefix(5).map { "“\($0)”" }.joined(separator: ", ")) stands there more than once"
        default: "it cannot be read"
        }
    }
}
