import ArgumentParser

/// How much of a list that may be long is shown.
struct ListLimit: ParsableArguments {
    @Option(help: "How many at the most.") var limit = 100

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit must be 1 or more.") }
    }
}
