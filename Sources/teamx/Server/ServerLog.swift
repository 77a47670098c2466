import Logging

/// What the server tells whoever started it, on standard error.
enum ServerLog {
    static func logger(verbose: Bool) -> Logger {
        var logger = Logger(label: "teamx") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .notice
        return logger
    }
}
