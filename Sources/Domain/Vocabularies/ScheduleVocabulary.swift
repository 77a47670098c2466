/// What a schedule item is.
package enum ScheduleKind: String, Vocabulary {
    case task
    case deadline
    case milestone
    case reminder
}

/// Where a schedule item stands.
package enum ScheduleStatus: String, Vocabulary {
    case scheduled
    case completed
    case cancelled
}

/// Where a schedule item came from.
package enum ScheduleSource: String, Vocabulary {
    case manual
    case ticketDue = "ticket_due"
    case projectDue = "project_due"
    case goalDue = "goal_due"

    package static let aliases: [String: Self] = ["project_target": .projectDue, "goal_target": .goalDue]
}
