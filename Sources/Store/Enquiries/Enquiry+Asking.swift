package import Domain

extension Enquiry {
    /// What is asked, before it is known in which work it is answered.
    package struct Draft: Hashable, Sendable {
        package var asker: Employee.ID
        package var message: Message.ID
        package var errand: Errand

        package init(asker: Employee.ID, message: Message.ID, errand: Errand) {
            self.asker = asker
            self.message = message
            self.errand = errand
        }
    }

    /// Notes that the work is to answer what was asked; asked again from the same place before it begins, it is one question.
    static func open(
        _ draft: Draft, in work: WakeupRequest.ID, of company: Company.ID, in transaction: any Transaction
    ) throws {
        let isKnown = try transaction.exists(
            """
            SELECT 1 FROM enquiries WHERE wakeup_id = \(work) AND asker_id = \(draft.asker) AND status = \(EnquiryStatus.open)
              AND thread_id IS \(draft.errand.thread) AND ticket_id IS \(draft.errand.ticket)
            """)
        if isKnown { return }
        try transaction.insert(
            Enquiry(
                id: transaction.makeID(), companyID: company, askerID: draft.asker, wakeupID: work, messageID: draft.message,
                askedIn: draft.errand.work,
                threadID: draft.errand.thread, ticketID: draft.errand.ticket, createdAt: transaction.now))
    }

    /// What a piece of work is to answer, the oldest first.
    package static func open(in work: WakeupRequest.ID, in transaction: any Transaction) throws -> [Enquiry] {
        try transaction.select("WHERE wakeup_id = \(work) AND status = \(EnquiryStatus.open) ORDER BY created_at, id")
    }

    /// Whether somebody waits for the work's answer and nothing was said to it yet.
    package static func lacksWords(in work: WakeupRequest, _ transaction: any Transaction) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM enquiries q WHERE q.wakeup_id = \(work.id) AND q.status = 'open' AND NOT EXISTS (
              SELECT 1 FROM messages m WHERE m.parent_id = q.message_id AND m.author_id = \(work.agentID) AND m.created_at >= q.created_at
                AND m.thread_id = (SELECT thread_id FROM messages WHERE id = q.message_id))
            """)
    }

    /// What a piece of work goes on with, the oldest first.
    package static func resumed(by work: WakeupRequest.ID, in transaction: any Transaction) throws -> [Enquiry] {
        try transaction.select("WHERE resumed_by = \(work) ORDER BY created_at, id")
    }

    /// Whether an employee waits for what a colleague has to say of their ticket, or is about to read it.
    package static func isAwaited(
        by employee: Employee.ID, on ticket: Ticket.ID, in transaction: any Transaction
    ) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM enquiries WHERE ticket_id = \(ticket) AND asker_id = \(employee) AND status = 'open'
            UNION ALL
            SELECT 1 FROM agent_wakeup_requests WHERE ticket_id = \(ticket) AND agent_id = \(employee)
              AND status = \(WakeupStatus.pending) AND cause = \(WakeupCause.colleagueAnswered)
            """)
    }

    /// Whether a colleague is to answer an employee in the thread.
    package static func isOpen(
        from employee: Employee.ID, to colleague: Employee.ID, in thread: Thread.ID, _ transaction: any Transaction
    ) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM enquiries q JOIN agent_wakeup_requests w ON w.id = q.wakeup_id
            WHERE q.asker_id = \(employee) AND q.status = 'open' AND w.agent_id = \(colleague) AND w.thread_id = \(thread)
              AND w.status IN ('pending', 'processing')
            """)
    }
}
