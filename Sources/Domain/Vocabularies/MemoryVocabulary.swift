/// How well a digest covers its thread.
package enum DigestFreshness: String, Vocabulary {
    case fresh
    case stale
    case degraded
}

/// At what boundary of a run a checkpoint was made.
package enum CheckpointKind: String, Vocabulary {
    case manual
    case completion
    case stopped
    case timeout
    case approvalBlocked = "approval-blocked"
    case budgetBlocked = "budget-blocked"
    case routineCompleted = "routine-completed"
}

/// What sort of thing holds a run up.
package enum BlockerKind: String, Vocabulary {
    case approval
    case budget
    case authority
    case provider
    case dependency
    case `operator`
    case other
}
