import ArgumentParser

/// When to colour, as `--color` says it.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
    case auto
    case always
    case never

    /// Whether a stream is coloured.
    ///
    /// An explicit choice wins; then `NO_COLOR` (any value but the empty one, no-color.org), `CLICOLOR_FORCE` (any value but
    /// `0`), a terminal that cannot (`TERM=dumb`), and last whether the stream is a terminal at all.
    func isOn(isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb"
    }
}
