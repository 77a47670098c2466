import ArgumentParser

/// `teamx help`: of the program, of a command, or of a topic.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "Say more about a command, or about: output, exit-codes, environment, practice-model.")

    @Argument(help: "A command or a topic.") var words: [String] = []

    func run() throws {
        guard let first = words.first else { return print(Overview.text) }
        if first == "topics" { return print(HelpTopic.list) }
        if words.count == 1, let topic = HelpTopic(rawValue: first) { return print(topic.text) }
        let finding = CommandTree.find(words)
        if var stranger = finding.stranger {
            if stranger.path.count == 1, stranger.nearest == nil,
                let topic = CommandTree.nearest(to: first, among: HelpTopic.allCases.map(\.rawValue))
            {
                stranger = CommandTree.Stranger(word: "help " + first, path: stranger.path, nearest: "help " + topic)
            }
            throw CommandFailure(stranger)
        }
        print(TeamX.helpMessage(for: finding.command))
    }
}
