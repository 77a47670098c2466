/// A question of an employee's that waits for a person.
enum OpenQuestion {
    /// What to type to answer it.
    ///
    /// - Parameter options: What the command needs to find the server, such as `--data DIR`; empty for the usual one.
    static func howToAnswer(_ id: String?, options: String = "") -> String {
        "Answer with: teamx question answer \(id.map(ShortID.of) ?? "ID") \"…\"" + (options.isEmpty ? "" : " " + options)
    }
}
