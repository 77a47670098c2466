import Domain

extension RoutineRun {
    /// Brings the run that filed a ticket in line with where the ticket stands.
    ///
    /// It is part of the transaction that moves the ticket, so that a run never goes on without its ticket.
    static func follow(_ ticket: Ticket.ID, in transaction: any Transaction) throws {
        let runs = try transaction.select(
            RoutineRun.self, "WHERE ticket_id = \(ticket) AND status <> \(RoutineRunStatus.success)")
        guard !runs.isEmpty, let ticket = try transaction.find(Ticket.self, ticket) else { return }
        for run in runs { try run.follow(ticket, in: transaction) }
    }

    /// Settles the runs that an earlier server, or another program, left open.
    static func recover(in transaction: any Transaction) throws {
        let open = try transaction.select(
            RoutineRun.self, "WHERE status = \(RoutineRunStatus.running) ORDER BY started_at, id")
        for run in open {
            if let ticket = try run.ticketID.flatMap({ try transaction.find(Ticket.self, $0) }) {
                try run.follow(ticket, in: transaction)
            } else {
                try run.end(.error, "It has no ticket.", in: transaction)
            }
        }
    }

    private func follow(_ ticket: Ticket, in transaction: any Transaction) throws {
        switch ticket.status {
        case .done: try end(.success, "\(ticket.label) is done.", in: transaction)
        case .blocked:
            // What waits for an answer or for another ticket goes on by itself.
            let waits = try Question.isOpen(on: ticket.id, in: transaction) || !ticket.openDependencies(in: transaction).isEmpty
            if waits { return try goOn(in: transaction) }
            try end(.error, "\(ticket.label) is blocked: \(ticket.blockedReason ?? "nobody said why")", in: transaction)
        case .open, .inProgress: try goOn(in: transaction)
        }
    }

    private func end(_ end: RoutineRunStatus, _ message: String, in transaction: any Transaction) throws {
        let error = end == .error ? message : nil
        let changed = try transaction.execute(
            """
            UPDATE routine_runs SET status = \(end), finished_at = \(transaction.now), error_message = \(error),
              message = \(end == .error ? self.message : message)
            WHERE id = \(id) AND (status <> \(end) OR error_message IS NOT \(error))
            """)
        guard changed == 1 else { return }
        let next = try show(end == .error ? .error : .success, message, in: transaction)
        if end == .error {
            try transaction.record(
                RoutineRunFailed(
                    routineID: routineID, runID: id, reason: reason, errorMessage: message, finishedAt: transaction.now,
                    nextRunAt: next), company: companyID, by: .system(routineID.rawValue))
        } else {
            try transaction.record(
                RoutineRunCompleted(
                    routineID: routineID, runID: id, reason: reason, ticketID: ticketID, finishedAt: transaction.now,
                    nextRunAt: next), company: companyID, by: .system(routineID.rawValue))
        }
    }

    /// The ticket is taken up again after all.
    private func goOn(in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE routine_runs SET status = \(RoutineRunStatus.running), finished_at = NULL, error_message = NULL
            WHERE id = \(id) AND status = \(RoutineRunStatus.error)
            """)
        guard changed == 1 else { return }
        _ = try show(.running, message, in: transaction)
        try transaction.record(
            RoutineRunStarted(routineID: routineID, runID: id, reason: reason, scheduledFor: scheduledFor, startedAt: startedAt),
            company: companyID, by: .system(routineID.rawValue))
    }

    /// Shows on the routine how its latest run stands, and tells when the next one is due.
    private func show(_ status: RoutineLastRun, _ message: String?, in transaction: any Transaction) throws -> Timestamp? {
        try transaction.execute(
            """
            UPDATE routines SET last_run_status = \(status), last_run_message = \(message) WHERE id = \(routineID)
              AND NOT EXISTS (
                SELECT 1 FROM routine_runs r WHERE r.routine_id = \(routineID) AND (r.started_at, r.id) > (\(startedAt), \(id)))
            """)
        return try transaction.value("SELECT next_run_at FROM routines WHERE id = \(routineID)")
    }
}
