/// Why a command ends without having done what it was asked, for people and for scripts.
struct CommandFailure: Error, Hashable, Sendable {
    var status: ExitStatus
    /// A stable word, such as `not_found`.
    var code: String
    /// A sentence.
    ///
    /// It may quote what came from outside, so it is shown through ``SafeText``.
    var message: String
    /// What to do about it.
    var hint: String?

    init(_ status: ExitStatus, code: String, _ message: String, hint: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
    }

    static func usage(_ message: String, hint: String? = nil) -> CommandFailure {
        CommandFailure(.usage, code: "usage", message, hint: hint)
    }

    static func notFound(_ message: String, hint: String? = nil) -> CommandFailure {
        CommandFailure(.notFound, code: "not_found", message, hint: hint)
    }
}
