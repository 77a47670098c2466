import ArgumentParser

/// In which shape results are printed.
enum OutputForm: String, CaseIterable, ExpressibleByArgument, Sendable {
    case table
    case json
    case ndjson
    case tsv
    case ids

    /// Whether errors are JSON as well, told before the command line is understood: the error may be about that.
    ///
    /// - Parameter preferred: What a file says, where it says anything.
    static func wantsJSON(_ arguments: [String], environment: [String: String], preferred: String? = nil) -> Bool {
        let forms: Set = [json.rawValue, ndjson.rawValue]
        let options = arguments.prefix { $0 != "--" }
        if options.contains("--json") { return true }
        for (option, value) in zip(options, options.dropFirst()) where ["-o", "--output"].contains(option) {
            return forms.contains(value)
        }
        for prefix in ["--output=", "-o="] {
            if let joined = options.first(where: { $0.hasPrefix(prefix) }) {
                return forms.contains(String(joined.dropFirst(prefix.count)))
            }
        }
        if let named = environment["TEAMX_OUTPUT"], !named.isEmpty { return forms.contains(named) }
        return preferred.map(forms.contains) ?? false
    }
}
