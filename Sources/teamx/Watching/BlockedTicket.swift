import Domain

/// A ticket on which nobody works until somebody says so.
enum BlockedTicket {
    /// What to do so that it goes on.
    ///
    /// - Parameters:
    ///   - label: Such as `#24`.
    ///   - question: The id of the open question that it waits for.
    ///   - reason: Why it is blocked.
    ///   - options: What the command needs to find the server, such as `--data DIR`; empty for the usual one.
    static func advice(label: String, question: String?, reason: String? = nil, options: String) -> String {
        if let question { return OpenQuestion.howToAnswer(question, options: options) }
        if let command = reason.flatMap(KeyAdvice.command(in:)) {
            return "It goes on by itself after: \(ServerCommand.whole(command, options: options))"
        }
        let number = label.drop { $0 == "#" }
        return "Let it go on with: teamx ticket unblock \(number)" + (options.isEmpty ? "" : " " + options)
    }
}
