import Domain

extension Handover {
    /// Gives the open tickets to the successor, who is woken for each as for any that is given to them; with nobody else there
    /// they are nobody's.
    ///
    /// What was handed in stays in review.
    func handOverTickets(in transaction: any Transaction) throws -> [Ticket] {
        let open = try transaction.select(
            Ticket.self, "WHERE assignee_id = \(leaver.id) AND status <> \(TicketStatus.done) ORDER BY number, id")
        for ticket in open {
            if let successor {
                try ticket.give(to: successor.id, by: author, cause: .assignment, chain: .root, in: transaction)
            } else {
                try ticket.orphan(by: author.actor, in: transaction)
            }
        }
        return try open.map { try $0.current(in: transaction) }
    }

    /// Lets somebody else judge what was handed in to the leaver; where nobody is left who could, it is done.
    func handOverReviews(in transaction: any Transaction) throws {
        let reviews = try transaction.select(
            TicketReview.self,
            "WHERE reviewer_id = \(leaver.id) AND status = \(ReviewStatus.pending) ORDER BY created_at, id")
        for review in reviews {
            let ticket = try Ticket.require(review.ticketID, of: company, in: transaction)
            guard let reviewer = try reviewer(of: review, ticket, in: transaction) else {
                try ticket.close(by: .orchestrator, in: transaction)
                continue
            }
            try transaction.execute("UPDATE ticket_reviews SET reviewer_id = \(reviewer) WHERE id = \(review.id)")
            try ticket.discussion(in: transaction).add(Thread.Member(reviewer), in: transaction)
            try transaction.record(
                ReviewRequested(
                    ticketID: ticket.id, reviewID: review.id, reviewerID: reviewer, requestedBy: review.requestedBy,
                    round: review.round), company: company, by: author.actor)
            guard ticket.status != .blocked, let handed = try TicketReview.pending(on: ticket.id, in: transaction) else {
                continue
            }
            try handed.wakeReviewer(
                dedupe: .pending("review:\(review.id)"), thread: ticket.threadID, chain: .root, in: transaction)
        }
    }

    /// The successor, unless it is their own work; then who leads them, or the head of the company.
    private func reviewer(
        of review: TicketReview, _ ticket: Ticket, in transaction: any Transaction
    ) throws -> Employee.ID? {
        let candidates = [
            successor?.id, try OrgEdge.manager(of: review.requestedBy, in: transaction),
            try OrgEdge.chief(of: company, in: transaction)?.id,
        ]
        return candidates.compactMap { $0 }.first { $0 != review.requestedBy && $0 != ticket.assigneeID }
    }

    /// Questions on tickets wait for their answers on; others have nobody any more who would hear the answer.
    func settleQuestions(in transaction: any Transaction) throws {
        let questions = try transaction.select(
            Question.self, "WHERE employee_id = \(leaver.id) AND status = \(QuestionStatus.open) ORDER BY created_at, id")
        for question in questions {
            let ticket = try question.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
            if let ticket, let assignee = ticket.assigneeID {
                try transaction.execute("UPDATE questions SET employee_id = \(assignee) WHERE id = \(question.id)")
                try transaction.execute(
                    """
                    UPDATE run_checkpoints SET employee_id = \(assignee)
                    WHERE employee_id = \(leaver.id) AND thread_id = \(ticket.threadID) AND wakeup_id IS NULL
                    """)
            } else {
                try close(question, on: ticket, in: transaction)
            }
        }
    }

    private func close(_ question: Question, on ticket: Ticket?, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE questions SET status = \(QuestionStatus.cancelled), comment = \(reason), answered_at = \(transaction.now)
            WHERE id = \(question.id)
            """)
        try transaction.record(
            QuestionWithdrawn(questionID: question.id, employeeID: leaver.id, ticketID: question.ticketID, reason: reason),
            company: company, by: author.actor)
        guard let ticket, try ticket.openDependencies(in: transaction).isEmpty,
            try !Question.isOpen(on: ticket.id, in: transaction)
        else { return }
        try ticket.unblock(cause: .assignment, by: author.actor, chain: .root, in: transaction)
    }
}

extension Ticket {
    /// The row as it is now.
    func current(in transaction: any Transaction) throws -> Ticket { try Self.require(id, of: companyID, in: transaction) }
}
