/// What makes a routine due.
package enum RoutineTrigger: String, Vocabulary {
    case interval
    case daily
    case weekly
}

/// What a routine produces.
package enum RoutineWorkKind: String, Vocabulary {
    case ticket
}

/// How the latest run of a routine went.
package enum RoutineLastRun: String, Vocabulary {
    case never
    case running
    case success
    case error
}

/// Where a run of a routine stands.
package enum RoutineRunStatus: String, Vocabulary {
    case running
    case success
    case error
}

/// Why a routine ran.
package enum RoutineRunReason: String, Vocabulary {
    case scheduled
    case manual
}

/// What becomes of a run that is due while the ticket of the one before is still open.
package enum RoutineOverlap: String, Vocabulary {
    /// It is left out.
    case skip
    /// It files its ticket all the same, which waits for its turn like any other.
    case queue
}
