/// A place where a rule is broken.
struct Violation: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    init(_ path: String, _ line: Int, _ message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    var description: String { "\(path):\(line): \(message)" }
}

extension [Violation] {
    /// One line for each, for the report of a test.
    var report: String { map { "\n" + $0.description }.joined() }
}
