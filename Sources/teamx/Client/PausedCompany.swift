extension CommandFailure {
    /// Nothing is done because the company is paused.
    ///
    /// - Parameters:
    ///   - options: What a command needs to find the server, such as `--data DIR`; empty for the usual one.
    ///   - state: What becomes of what was asked for, in a sentence.
    static func paused(options: String, _ state: String) -> CommandFailure {
        CommandFailure(.tryAgain, code: "paused", PausedCompany.remark(options: options), hint: state)
    }
}

/// A company in which nothing new is started.
enum PausedCompany {
    /// What is said of it to somebody who waits.
    static func remark(options: String) -> String {
        "The company is paused: teamx company resume" + (options.isEmpty ? "" : " " + options)
    }
}
