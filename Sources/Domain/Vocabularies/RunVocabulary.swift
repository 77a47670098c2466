/// Where a model run stands.
package enum RunStatus: String, Vocabulary {
    case running
    case success
    case error
    case cancelled
}

/// What a model run was for: chat and tickets, the agentic loop, or the copilot.
package enum RunKind: String, Vocabulary {
    case work
    case agentic
    case copilot
}
