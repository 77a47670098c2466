package import Domain

extension TicketCheckout {
    /// Takes the ticket for work that was just claimed, if it is the employee's own ticket and not one to be reviewed.
    ///
    /// The fence is greater than any the ticket had before.
    ///
    /// - Throws: ``StoreError/constraint(_:)`` when somebody has it.
    static func take(for work: WakeupRequest, in transaction: any Transaction) throws {
        guard let ticket = work.ticketID, let until = work.leaseExpiresAt, work.cause != .reviewRequest else { return }
        let id: TicketCheckout.ID = transaction.makeID()
        try transaction.execute(
            """
            INSERT INTO ticket_checkouts (id, company_id, ticket_id, employee_id, status, claimed_at, last_heartbeat_at, expires_at,
              created_at, updated_at, fence)
            SELECT \(id), company_id, id, assignee_id, \(CheckoutStatus.active), \(transaction.now), \(transaction.now), \(until),
              \(transaction.now), \(transaction.now),
              coalesce((SELECT max(fence) FROM ticket_checkouts c WHERE c.ticket_id = tickets.id), 0) + 1
            FROM tickets WHERE id = \(ticket) AND assignee_id = \(work.agentID)
            """)
    }

    /// Notes which run works under the checkout that its claim took.
    package static func note(_ run: Run.ID, of work: WakeupRequest, in transaction: any Transaction) throws {
        guard let ticket = work.ticketID else { return }
        try transaction.execute(
            """
            UPDATE ticket_checkouts SET run_id = \(run), updated_at = \(transaction.now)
            WHERE ticket_id = \(ticket) AND employee_id = \(work.agentID) AND status = \(CheckoutStatus.active)
            """)
    }

    static func release(
        _ ticket: Ticket.ID, by employee: Employee.ID, as ending: RunEnding, in transaction: any Transaction
    ) throws {
        let (status, reason): (CheckoutStatus, String) =
            switch ending {
            case .answered: (.completed, "answered")
            case .failed(let kind, _, _, _): (.released, kind.name)
            case .putOff: (.released, "put_off")
            case .overBudget: (.released, "budget")
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
