import ArgumentParser

/// The commands by their names, as people type them.
enum CommandTree {
    /// A word where a command's name was expected and none is.
    struct Stranger: Hashable, Sendable {
        let word: String
        /// The commands before it, from `teamx` on.
        let path: [String]
        /// The name that comes nearest, if one comes near.
        let nearest: String?
    }

    /// What the words at the beginning lead to.
    struct Finding {
        /// The names of the commands, from `teamx` on.
        var path: [String]
        var command: any ParsableCommand.Type
        var stranger: Stranger?
        /// The words with each command's own name in place of a plural.
        var words: [String]
    }

    static func find(_ words: [String], from root: any ParsableCommand.Type = TeamX.self) -> Finding {
        var finding = Finding(path: [name(of: root)], command: root, words: words)
        for (index, word) in words.enumerated() {
            let commands = finding.command.configuration.subcommands
            guard !commands.isEmpty, !word.hasPrefix("-") else { return finding }
            let spellings = [word] + singulars(of: word)
            let next = spellings.lazy.compactMap { spelling in commands.first { names(of: $0).contains(spelling) } }.first
            guard let next else {
                let known = commands.filter { $0.configuration.shouldDisplay }.flatMap { names(of: $0) } + ["help"]
                finding.stranger = Stranger(word: word, path: finding.path, nearest: nearest(to: word, among: known))
                return finding
            }
            if !names(of: next).contains(word) { finding.words[index] = name(of: next) }
            finding.path.append(name(of: next))
            finding.command = next
        }
        return finding
    }

    static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        [name(of: command)] + command.configuration.aliases
    }

    /// What `tickets` and `companies` may be the plurals of.
    private static func singulars(of word: String) -> [String] {
        if word.hasSuffix("ies") { return [word.dropLast(3) + "y"] }
        return word.hasSuffix("s") ? [String(word.dropLast())] : []
    }

    /// The word at an edit distance of at most 2, which is less than the whole word.
    static func nearest(to word: String, among known: [String]) -> String? {
        let near = known.map { (name: $0, distance: EditDistance.between(word.lowercased(), $0)) }
            .filter { $0.distance <= 2 && $0.distance < word.count }
        return near.min { $0.distance < $1.distance }?.name
    }
}

extension CommandFailure {
    /// What is said of a word where a command's name was expected.
    init(_ stranger: CommandTree.Stranger) {
        let path = stranger.path.joined(separator: " ")
        self = .usage(
            "There is no command “\(path) \(stranger.word)”.",
            hint: stranger.nearest.map { "Did you mean “\(path) \($0)”?" } ?? "See what there is with: \(path) --help")
    }
}
