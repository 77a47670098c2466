import Domain

extension Enquiry {
    /// Has the work that is queued for the ticket's assignee go on with the answers that no work has brought them: those that
    /// came while the ticket was blocked, and those whose work was taken back or failed.
    static func handOver(on ticket: Ticket, in transaction: any Transaction) throws {
        guard let assignee = ticket.assigneeID else { return }
        let work: WakeupRequest.ID? = try transaction.value(
            """
            SELECT id FROM agent_wakeup_requests WHERE ticket_id = \(ticket.id) AND agent_id = \(assignee)
              AND status = \(WakeupStatus.pending) AND cause IN \(list: WakeupCause.allCases.filter(\.mayBringAnswers))
            ORDER BY created_at DESC, id DESC LIMIT 1
            """)
        guard let work else { return }
        try transaction.execute(
            """
            UPDATE enquiries SET resumed_by = \(work)
            WHERE company_id = \(ticket.companyID) AND ticket_id = \(ticket.id) AND asker_id = \(assignee)
              AND status <> \(EnquiryStatus.open)
              AND (resumed_by IS NULL OR EXISTS (
                SELECT 1 FROM agent_wakeup_requests r WHERE r.id = enquiries.resumed_by
                  AND r.status IN (\(WakeupStatus.cancelled), \(WakeupStatus.failed))))
            """)
    }
}
