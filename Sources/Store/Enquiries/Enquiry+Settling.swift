import Domain

extension Enquiry {
    /// Who is woken where there is no answer.
    enum Waking: Hashable, Sendable {
        case everybody
        /// Whose ticket would stand still: the question was taken back.
        case ticketHolders
        /// Nobody, since a person wants it to be quiet; a ticket that stands still then says why.
        case nobody
    }
}

extension WakeupRequest {
    /// Wakes whoever waits for what the work was to answer, each once: with the answer, or with why there is none.
    ///
    /// - Parameters:
    ///   - answer: What was said at its end.
    ///   - reason: Why nothing was said.
    func settleEnquiries(
        answer: Message?, else reason: String, waking: Enquiry.Waking = .everybody, in transaction: any Transaction
    ) throws {
        for var enquiry in try Enquiry.open(in: id, in: transaction) {
            // What a person stopped is no answer, although its beginning stands in the thread.
            let said = waking == .nobody ? nil : try answer ?? enquiry.lastWords(of: agentID, in: transaction)
            enquiry.status = said == nil ? .unanswered : .answered
            enquiry.answerID = said?.id
            enquiry.reason = said == nil ? reason : nil
            let ticket = try enquiry.ticketToGoOn(in: transaction)
            // Whoever lets a blocked ticket go on has the answer told with it.
            let mayGoOn = ticket?.status != .blocked
            if mayGoOn, said != nil || waking == .everybody || (waking == .ticketHolders && ticket != nil) {
                enquiry.resumedBy = try wake(for: enquiry, said, ticket, transaction)
            }
            try transaction.execute(
                """
                UPDATE enquiries SET status = \(enquiry.status), answer_id = \(enquiry.answerID), reason = \(enquiry.reason),
                  resumed_by = \(enquiry.resumedBy), settled_at = \(transaction.now) WHERE id = \(enquiry.id)
                """)
            if enquiry.resumedBy == nil, let ticket, try ticket.isStanding(in: transaction) {
                try ticket.block(reason, by: .orchestrator, in: transaction)
            }
        }
    }

    /// Wakes the asker where they were at work, or else where the answer stands.
    private func wake(
        for enquiry: Enquiry, _ answer: Message?, _ ticket: Ticket?, _ transaction: any Transaction
    ) throws -> WakeupRequest.ID? {
        let thread = try enquiry.placeToGoOn(with: ticket, in: transaction)
        let place = try thread ?? answer.map(\.threadID).flatMap { try transaction.find(Thread.self, $0) }
        let subject = ticket?.id ?? thread?.ticketID
        let key = "\(WakeupCause.colleagueAnswered.rawValue):\(subject?.rawValue ?? place?.id.rawValue ?? "")"
        let work = try Self.enqueue(
            Draft(
                agent: enquiry.askerID, cause: .colleagueAnswered, trigger: (answer?.id ?? enquiry.messageID).rawValue,
                thread: place?.id ?? threadID, ticket: subject, dedupe: .pending(key), chain: chain), of: companyID,
            in: transaction)
        return try work?.id
            ?? transaction.value(
                """
                SELECT id FROM agent_wakeup_requests
                WHERE agent_id = \(enquiry.askerID) AND dedupe_key = \(key) AND status = \(WakeupStatus.pending)
                """)
    }
}

extension Enquiry {
    /// The ticket, if it is still the asker's to work on.
    fileprivate func ticketToGoOn(in transaction: any Transaction) throws -> Ticket? {
        guard let ticketID, let ticket = try transaction.find(Ticket.self, ticketID), ticket.assigneeID == askerID,
            ticket.status != .done, try TicketReview.pending(on: ticketID, in: transaction) == nil
        else { return nil }
        return ticket
    }

    fileprivate func placeToGoOn(with ticket: Ticket?, in transaction: any Transaction) throws -> Thread? {
        if let ticket { return try ticket.discussion(in: transaction) }
        guard ticketID == nil, let threadID, let thread = try transaction.find(Thread.self, threadID),
            thread.archivedAt == nil, thread.kind == .dm || thread.kind == .group || thread.kind == .ticket
        else { return nil }
        return thread
    }

    /// What the colleague has said where they were asked, by other means than at the end of their turn.
    fileprivate func lastWords(of colleague: Employee.ID, in transaction: any Transaction) throws -> Message? {
        try transaction.select(
            Message.self,
            """
            WHERE thread_id = (SELECT thread_id FROM messages WHERE id = \(messageID)) AND parent_id = \(messageID)
              AND created_at >= \(createdAt)
              AND author_id = \(colleague) AND superseded_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1
            """
        ).first
    }
}
