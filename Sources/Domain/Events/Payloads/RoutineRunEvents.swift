/// A routine began to run.
package struct RoutineRunStarted: EventPayload {
    package static let type = EventType.routineRunStarted

    package let routineID: Routine.ID
    package let runID: RoutineRun.ID
    package let reason: RoutineRunReason
    package let scheduledFor: Timestamp?
    package let startedAt: Timestamp

    package init(
        routineID: Routine.ID, runID: RoutineRun.ID, reason: RoutineRunReason, scheduledFor: Timestamp? = nil,
        startedAt: Timestamp
    ) {
        self.routineID = routineID
        self.runID = runID
        self.reason = reason
        self.scheduledFor = scheduledFor
        self.startedAt = startedAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case runID = "run_id"
        case reason
        case scheduledFor = "scheduled_for"
        case startedAt = "started_at"
    }
}

/// A routine did its work.
package struct RoutineRunCompleted: EventPayload {
    package static let type = EventType.routineRunCompleted

    package let routineID: Routine.ID
    package let runID: RoutineRun.ID
    package let reason: RoutineRunReason
    /// The ticket that it filed.
    package let ticketID: Ticket.ID?
    package let finishedAt: Timestamp
    package let nextRunAt: Timestamp?

    package init(
        routineID: Routine.ID, runID: RoutineRun.ID, reason: RoutineRunReason, ticketID: Ticket.ID? = nil, finishedAt: Timestamp,
        nextRunAt: Timestamp? = nil
    ) {
        self.routineID = routineID
        self.runID = runID
        self.reason = reason
        self.ticketID = ticketID
        self.finishedAt = finishedAt
        self.nextRunAt = nextRunAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case runID = "run_id"
        case reason
        case ticketID = "ticket_id"
        case finishedAt = "finished_at"
        case nextRunAt = "next_run_at"
    }
}

/// A routine could not do its work.
package struct RoutineRunFailed: EventPayload {
    package static let type = EventType.routineRunFailed

    package let routineID: Routine.ID
    package let runID: RoutineRun.ID
    package let reason: RoutineRunReason
    package let errorMessage: String
    package let finishedAt: Timestamp
    package let nextRunAt: Timestamp?

    package init(
        routineID: Routine.ID, runID: RoutineRun.ID, reason: RoutineRunReason, errorMessage: String, finishedAt: Timestamp,
        nextRunAt: Timestamp? = nil
    ) {
        self.routineID = routineID
        self.runID = runID
        self.reason = reason
        self.errorMessage = errorMessage
        self.finishedAt = finishedAt
        self.nextRunAt = nextRunAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case runID = "run_id"
        case reason
        case errorMessage = "error_message"
        case finishedAt = "finished_at"
        case nextRunAt = "next_run_at"
    }
}

/// Runs of a routine that were due were put off or left out.
package struct RoutineRunSkipped: EventPayload {
    package static let type = EventType.routineRunSkipped

    package let routineID: Routine.ID
    package let reason: SkipReason
    /// How many runs.
    package let count: Int
    /// When the first of them was due.
    package let scheduledFor: Timestamp
    /// The ticket that is still open.
    package let ticketID: Ticket.ID?
    package let nextRunAt: Timestamp?

    package init(
        routineID: Routine.ID, reason: SkipReason, count: Int, scheduledFor: Timestamp, ticketID: Ticket.ID? = nil,
        nextRunAt: Timestamp? = nil
    ) {
        self.routineID = routineID
        self.reason = reason
        self.count = count
        self.scheduledFor = scheduledFor
        self.ticketID = ticketID
        self.nextRunAt = nextRunAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case reason
        case count
        case scheduledFor = "scheduled_for"
        case ticketID = "ticket_id"
        case nextRunAt = "next_run_at"
    }
}
