import ArgumentParser

/// How long a command that waits does so at the most.
struct TimeLimit: ParsableArguments {
    @Option(help: "How many seconds to wait at most; ends with status 75 then.") var timeout: Int?

    func validate() throws {
        if let timeout, timeout < 1 { throw ValidationError("--timeout must be 1 or more.") }
    }

    var limit: Duration? { timeout.map { .seconds($0) } }
}
