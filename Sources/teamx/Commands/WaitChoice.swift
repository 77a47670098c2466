import ArgumentParser

/// Whether and how long a command that starts work waits for its end.
struct WaitChoice: ParsableArguments {
    @Flag(help: "Wait for the end of the work; ends with status 2 when it is a bad one.") var wait = false
    @Option(help: "How many seconds to wait at most; ends with status 75 then.") var timeout: Int?

    func validate() throws {
        if let timeout, timeout < 1 { throw ValidationError("--timeout must be 1 or more.") }
    }

    var limit: Duration? { timeout.map { .seconds($0) } }
}
