/// A page of the documentation.
struct Page: Sendable {
    let path: String
    let text: String

    init(_ path: String) { self.init(path: path, text: Repository.text(of: path) ?? "") }

    init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    private static let folders = [
        "Benchmarks/", "Documentation/", "Plugins/", "Prices/", "RolePacks/", "Scripts/", "Sources/", "Tests/", "Web/",
    ]

    /// The paths of this repository that the page names: in backticks those that begin with one of its folders, and all links.
    ///
    /// A path with a blank to fill in, such as `Sources/<Target>`, names nothing yet.
    var paths: [(path: String, line: Int)] {
        var isCode = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            index, line -> [(String, Int)] in
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode else { return [] }
            return (Self.quoted(in: line) + links(in: line)).map { ($0, index + 1) }
        }
    }

    /// The names of types in backticks, with the member that follows a type's name, if one does.
    var names: [(type: String, member: String?, line: Int)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            Self.pieces(in: line).compactMap { piece -> (type: String, member: String?, line: Int)? in
                let parts = piece.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
                guard let type = parts.first, type.first?.isUppercase == true, type.contains(where: \.isLowercase),
                    type.allSatisfy({ $0.isLetter || $0.isNumber })
                else { return nil }
                guard let member = parts.dropFirst().first else { return (String(type), nil, index + 1) }
                guard !["swift", "resolved", "md"].contains(member) else { return nil }
                return (String(type), String(member.prefix { $0.isLetter || $0.isNumber }), index + 1)
            }
        }
    }

    /// What stands between backticks.
    private static func pieces(in line: Substring) -> [Substring] {
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    private static func quoted(in line: Substring) -> [String] {
        pieces(in: line).filter { piece in
            folders.contains { piece.hasPrefix($0) } && !piece.contains { "<…*{ ".contains($0) }
        }.map(String.init)
    }

    private func links(in line: Substring) -> [String] {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        return line.split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            let target = rest.prefix { $0 != ")" && $0 != "#" }
            guard !target.isEmpty, !target.contains(":") else { return nil }
            var place = folder
            for step in target.split(separator: "/") {
                if step == ".." { _ = place.popLast() } else { place.append(String(step)) }
            }
            return place.joined(separator: "/")
        }
    }

    /// The tables that a migration makes.
    static func tables(in file: SourceFile) -> [(table: String, path: String, line: Int)] {
        file.tokens.filter { if case .text = $0.kind { true } else { false } }.flatMap { token in
            ["CREATE TABLE IF NOT EXISTS ", "CREATE TABLE ", "CREATE VIRTUAL TABLE IF NOT EXISTS ", "CREATE VIRTUAL TABLE "]
                .compactMap { words in
                    let text = token.text.drop { $0.isWhitespace }
                    guard text.hasPrefix(words) else { return nil }
                    let name = text.dropFirst(words.count).prefix { $0.isLetter || $0 == "_" }
                    return name == "IF" ? nil : (String(name), file.path, token.line)
                }
        }
    }
}
