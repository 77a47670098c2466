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
