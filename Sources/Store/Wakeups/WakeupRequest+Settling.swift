import Domain

extension WakeupRequest {
    /// Lets go of the claim: done, to be tried again, or given up.
    ///
    /// - Parameter nextMonth: Before when there is no use in trying again, where a budget stops the work.
    func settle(
        _ ending: RunEnding, isFinal: Bool, run: Run?, retryAt nextMonth: Timestamp? = nil, in transaction: any Transaction
    ) throws {
        let status: WakeupStatus
        var retryAt: Timestamp?
        var attempts = attemptCount
        var failures = failureCount
        switch ending {
        case .answered: status = .completed
        case .cancelled: status = .cancelled
        case .putOff(_, let until):
            status = .pending
            retryAt = until
            attempts = max(0, attempts - 1)
        case .overBudget:
            status = .pending
            retryAt = nextMonth
            attempts = max(0, attempts - 1)
        case .failed(_, _, _, let when):
            status = isFinal ? .failed : .pending
            retryAt = isFinal ? nil : when
            failures += 1
        case .interrupted:
            status = isFinal ? .failed : .pending
            // An interruption after progress is no sign that the work is what ends the server.
            if let run, try transaction.exists("SELECT 1 FROM run_steps WHERE run_id = \(run.id)") {
                attempts = max(0, attempts - 1)
            }
        }
        if status == .pending { try cancelTwin(in: transaction) }
        let result = run.map { JSONColumn(JSONValue.object(["run_id": .string($0.id.rawValue)])) }
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET status = \(status), attempt_count = \(attempts), failure_count = \(failures),
              next_retry_at = \(retryAt),
              completed_at = \(status == .pending ? nil : transaction.now), result_json = \(result), last_error = \(ending.errorText),
              lease_owner = NULL, lease_expires_at = NULL, updated_at = \(transaction.now) WHERE id = \(id)
            """)
    }

    /// Takes back what was queued for the same reason while this was under way: this waits again, and will see it all.
    private func cancelTwin(in transaction: any Transaction) throws {
        let twins = try transaction.select(
            WakeupRequest.self,
            """
            WHERE agent_id = \(agentID) AND dedupe_key = \(dedupeKey) AND status = \(WakeupStatus.pending) AND id <> \(id)
            """)
        for twin in twins {
            let isWish = twin.rootID == twin.id
            try takeIn(
                CauseChain(links: twin.causeChain.value, root: isWish ? nil : twin.rootID), trigger: twin.triggerID,
                in: transaction)
            try transaction.execute(
                """
                UPDATE agent_wakeup_requests SET priority = max(priority, \(twin.priority)) WHERE id = \(id)
                """)
            try transaction.execute("UPDATE enquiries SET wakeup_id = \(id) WHERE wakeup_id = \(twin.id)")
            try transaction.execute("UPDATE enquiries SET resumed_by = \(id) WHERE resumed_by = \(twin.id)")
            try twin.cancel(reason: "covered by \(id), which waits again", in: transaction)
        }
    }

    /// Sees to it that the ticket does not stand still without a word: it says why its work failed, or that nobody has a next
    /// step.
    func leaveTicket(_ ending: RunEnding, in transaction: any Transaction) throws {
        guard cause.movesTicket, let ticketID, let ticket = try transaction.find(Ticket.self, ticketID) else { return }
        let isTheirs =
            try ticket.assigneeID == agentID || TicketReview.pending(on: ticketID, in: transaction)?.reviewerID == agentID
        if isTheirs, case .failed(_, let reason, _, _) = ending.asFailure {
            try ticket.block(reason, by: .orchestrator, in: transaction)
        } else if try ticket.isStanding(in: transaction) {
            let reason: String
            if case .cancelled(let why, _) = ending {
                reason = why
            } else {
                reason = "It is not done, and nobody has a next step to take on it; a person should look."
            }
            try ticket.block(reason, by: .orchestrator, in: transaction)
        }
    }
}
