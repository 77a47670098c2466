import Domain

extension Enquiry {
    /// Has the work that is queued for the ticket's assignee go on with the answers that no work has brought them: those that
    /// came while the ticket was blocked, and those whose work was taken back or failed.
    static func handOver(on ticket: Ticket, in transaction: any Transaction) throws {
        guard let assignee = ticket.assigneeID, let work = try bringer(to: assignee, on: ticket, in: transaction) else { return }
        try transaction.execute("UPDATE enquiries SET resumed_by = \(work)" + untold(to: assignee, on: ticket))
    }

    /// The same where work may wait for the ticket that began before and brings no answers: then there is work to bring them.
    static func tell(on ticket: Ticket, in transaction: any Transaction) throws {
        guard let assignee = ticket.assigneeID else { return }
        let last = try transaction.select(
            Enquiry.self, untold(to: assignee, on: ticket) + "ORDER BY settled_at DESC, id DESC LIMIT 1"
        ).first
        guard let last else { return }
        if try bringer(to: assignee, on: ticket, in: transaction) == nil {
            try WakeupRequest.enqueue(
                WakeupRequest.Draft(
                    agent: assignee, cause: .colleagueAnswered, trigger: (last.answerID ?? last.messageID).rawValue,
                    thread: ticket.threadID, ticket: ticket.id,
                    dedupe: .pending("\(WakeupCause.colleagueAnswered.rawValue):\(ticket.id)"), chain: .root),
                of: ticket.companyID, in: transaction)
        }
        try handOver(on: ticket, in: transaction)
    }

    /// The work that is queued for somebody and tells answers when it begins.
    private static func bringer(
        to assignee: Employee.ID, on ticket: Ticket, in transaction: any Transaction
    ) throws -> WakeupRequest.ID? {
        try transaction.value(
            """
            SELECT id FROM agent_wakeup_requests WHERE ticket_id = \(ticket.id) AND agent_id = \(assignee)
              AND status = \(WakeupStatus.pending) AND cause IN \(list: WakeupCause.allCases.filter(\.mayBringAnswers))
            ORDER BY created_at DESC, id DESC LIMIT 1
            """)
    }

    private static func untold(to assignee: Employee.ID, on ticket: Ticket) -> SQL {
        """
        WHERE company_id = \(ticket.companyID) AND ticket_id = \(ticket.id) AND asker_id = \(assignee)
          AND status <> \(EnquiryStatus.open)
          AND (resumed_by IS NULL OR EXISTS (
            SELECT 1 FROM agent_wakeup_requests r WHERE r.id = enquiries.resumed_by
              AND r.status IN (\(WakeupStatus.cancelled), \(WakeupStatus.failed))))
        """
    }
}
