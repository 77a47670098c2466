package import Domain

extension TicketCheckout {
    /// Takes the ticket for one run.
    ///
    /// The fence is greater than any the ticket had before.
    ///
    /// - Throws: ``StoreError/constraint(_:)`` when somebody has it.
    package static func take(
        _ ticket: Ticket.ID, for work: WakeupRequest, run: Run.ID, until: Timestamp, in transaction: any Transaction
    ) throws {
        let highest: Int? = try transaction.value("SELECT max(fence) FROM ticket_checkouts WHERE ticket_id = \(ticket)")
        try transaction.insert(
            TicketCheckout(
                id: transaction.makeID(), companyID: work.companyID, ticketID: ticket, employeeID: work.agentID, runID: run,
                claimedAt: transaction.now, lastHeartbeatAt: transaction.now, expiresAt: until, createdAt: transaction.now,
                updatedAt: transaction.now, fence: (highest ?? 0) + 1))
    }

    static func release(
        _ ticket: Ticket.ID, by employee: Employee.ID, as ending: RunEnding, in transaction: any Transaction
    ) throws {
        let (status, reason): (CheckoutStatus, String) =
            switch ending {
            case .answered: (.completed, "answered")
            case .failed(let kind, _, _, _): (.released, kind.name)
            case .putOff: (.released, "put_off")
            case .cancelled: (.released, "cancelled")
            case .interrupted: (.expired, "interrupted")
            }
        try transaction.execute(
            """
            UPDATE ticket_checkouts SET status = \(status), released_at = \(transaction.now), release_reason = \(reason),
              updated_at = \(transaction.now)
            WHERE ticket_id = \(ticket) AND employee_id = \(employee) AND status = \(CheckoutStatus.active)
            """)
    }
}
