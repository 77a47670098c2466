import ArgumentParser

/// `teamx help`: of the program, of a command, or of a topic.
///
/// The parser has a command of this name of its own, which knows no topics and is not asked.
struct HelpRequest: Hashable, Sendable {
    /// A command or a topic; nothing for the program.
    let words: [String]

    /// `nil` when the arguments ask for something else.
    init?(_ arguments: [String]) {
        switch arguments.first {
        case nil: words = []
        case "--help", "-h":
            guard arguments.count == 1 else { return nil }
            words = []
        case "help": words = Array(arguments.dropFirst())
        default:
            let finding = CommandTree.find(arguments)
            guard finding.stranger?.word == "help" else { return nil }
            words = Array(finding.path.dropFirst())
        }
    }

    /// What is said.
    ///
    /// - Throws: ``CommandFailure`` for a word that is neither a command nor a topic.
    func text() throws -> String {
        guard let first = words.first else { return Overview.text }
        if first == "topics" { return HelpTopic.list }
        if let topic = HelpTopic(rawValue: first) { return topic.text }
        let finding = CommandTree.find(words)
        guard let stranger = finding.stranger else { return UsageLine.wrapped(TeamX.helpMessage(for: finding.command)) }
        guard stranger.path.count == 1, stranger.nearest == nil else { throw CommandFailure(stranger) }
        let topic = CommandTree.nearest(to: first, among: HelpTopic.allCases.map(\.rawValue) + ["topics"])
        throw CommandFailure(
            CommandTree.Stranger(word: "help \(first)", path: stranger.path, nearest: topic.map { "help \($0)" }))
    }
}
