/// What runs an employee: the program itself, or an agent outside of it.
package enum RuntimeKind: String, Vocabulary {
    case teamxInternal = "teamx-internal"
    case bash
    case http
    case codex
    case claudeCode = "claude-code"
    case cursor
}

/// What the last check of a runtime profile found.
package enum HealthStatus: String, Vocabulary {
    case unknown
    case healthy
    case warning
    case error
}

/// Where a session of an external agent stands.
package enum RuntimeSessionStatus: String, Vocabulary {
    case starting
    case idle
    case working
    case blocked
    case stale
    case offline
    case failed
    case ended
}
