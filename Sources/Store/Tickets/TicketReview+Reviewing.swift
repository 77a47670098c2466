package import Domain

extension Ticket {
    /// What became of work that an employee handed in.
    package enum Submission: Hashable, Sendable {
        /// Somebody looks at it now.
        case inReview(TicketReview)
        /// Nobody is above the assignee and a person filed the ticket: it is done.
        case done
    }

    /// How often a ticket may be sent back before a person has to look, and after that before they have to look again.
    package static let reviewLimit = 3

    /// Hands in the ticket with what came of it and the files that prove it.
    ///
    /// Whoever delegated it reviews it, else the assignee's manager; where there is neither, the ticket is done.
    ///
    /// - Throws: ``RuleViolation``.
    package func submit(
        result: String, files: [VaultFile.ID], by employee: Employee.ID, reviewer wanted: Employee.ID? = nil, chain: CauseChain,
        in transaction: any Transaction
    ) throws -> Submission {
        guard status != .done else { throw RuleViolation.conflict("The ticket \(label) is already done.") }
        try requireNoHand(in: transaction)
        guard assigneeID == employee else {
            throw RuleViolation.conflict(
                "Only the assignee can complete the ticket \(label). Use comment_on_ticket to say something about it.")
        }
        let open = try children(in: transaction).filter { $0.status != .done }
        guard open.isEmpty else {
            throw RuleViolation.conflict(
                "The ticket \(label) has parts that are not done: \(open.map(\.label).joined(separator: ", ")). You are woken when they are."
            )
        }
        let waitsFor = try openDependencies(in: transaction)
        guard waitsFor.isEmpty else {
            throw RuleViolation.conflict("The ticket \(label) waits for \(waitsFor.map(\.label).joined(separator: ", ")).")
        }
        guard try !Question.isOpen(on: id, in: transaction) else {
            throw RuleViolation.conflict(
                "The ticket \(label) waits for a person's answer to a question; you are woken when it is there.")
        }
        let result = try RuleViolation.nonBlank(result, "result", limit: 4000)
        for file in files {
            _ = try VaultFile.require(file, of: companyID, field: "files", in: transaction)
            try attach(file, by: .employee(employee), in: transaction)
        }
        let thread = try discussion(in: transaction)
        let note = Message(
            id: transaction.makeID(), threadID: thread.id, authorID: employee.rawValue, authorKind: .employee,
            content: "Result: \(result)", isAgentInitiated: true, createdAt: transaction.now)
        try note.persist(in: thread, transaction)
        guard let reviewer = try reviewer(wanted: wanted, in: transaction) else {
            try close(by: .employee(employee), chain: chain, in: transaction)
            return .done
        }
        return .inReview(
            try TicketReview.request(
                of: self, from: reviewer, by: employee, result: result, files: files, chain: chain, in: transaction))
    }

    private func reviewer(wanted: Employee.ID?, in transaction: any Transaction) throws -> Employee.ID? {
        if let wanted {
            guard wanted != assigneeID else { throw RuleViolation.invalid(field: "reviewer_id", reason: "must be somebody else") }
            return try Employee.requireColleague(wanted, of: companyID, field: "reviewer_id", in: transaction).id
        }
        if reporterKind == .employee, reporterID != assigneeID?.rawValue,
            let reporter = try Employee.standIn(for: Employee.ID(reporterID), in: transaction), reporter.id != assigneeID
        {
            return reporter.id
        }
        guard let assigneeID else { return nil }
        return try OrgEdge.manager(of: assigneeID, in: transaction)
    }
}

extension TicketReview {
    fileprivate static func request(
        of ticket: Ticket, from reviewer: Employee.ID, by employee: Employee.ID, result: String, files: [VaultFile.ID],
        chain: CauseChain, in transaction: any Transaction
    ) throws -> TicketReview {
        if let pending = try pending(on: ticket.id, in: transaction) {
            throw RuleViolation.conflict("The ticket \(ticket.label) is in review already, with \(pending.reviewerID).")
        }
        let rounds: Int = try transaction.value("SELECT count(*) FROM ticket_reviews WHERE ticket_id = \(ticket.id)") ?? 0
        let review = TicketReview(
            id: transaction.makeID(), companyID: ticket.companyID, ticketID: ticket.id, requestedBy: employee,
            reviewerID: reviewer,
            round: rounds + 1, result: result, files: JSONColumn(files), createdAt: transaction.now)
        try transaction.insert(review)
        try ticket.discussion(in: transaction).add(Thread.Member(reviewer), in: transaction)
        try transaction.record(
            ReviewRequested(
                ticketID: ticket.id, reviewID: review.id, reviewerID: reviewer, requestedBy: employee, round: review.round),
            company: ticket.companyID, by: .employee(employee))
        try review.wakeReviewer(dedupe: .once("review:\(review.id)"), thread: ticket.threadID, chain: chain, in: transaction)
        return review
    }

    func wakeReviewer(
        dedupe: WakeupRequest.Dedupe, thread: Thread.ID?, chain: CauseChain, in transaction: any Transaction
    ) throws {
        try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: reviewerID, cause: .reviewRequest, trigger: id.rawValue, thread: thread, ticket: ticketID, dedupe: dedupe,
                chain: chain), of: companyID, in: transaction)
    }

    package static func pending(on ticket: Ticket.ID, in transaction: any Transaction) throws -> TicketReview? {
        try transaction.select(TicketReview.self, "WHERE ticket_id = \(ticket) AND status = \(ReviewStatus.pending)").first
    }

    /// The reviews of these tickets that are not decided.
    package static func pending(
        of tickets: [Ticket.ID], in transaction: any Transaction
    ) throws -> [Ticket.ID: TicketReview] {
        guard !tickets.isEmpty else { return [:] }
        let found = try transaction.select(
            TicketReview.self, "WHERE ticket_id IN \(list: tickets) AND status = \(ReviewStatus.pending)")
        return Dictionary(found.map { ($0.ticketID, $0) }) { first, _ in first }
    }

    static func cancelPending(on ticket: Ticket.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE ticket_reviews SET status = \(ReviewStatus.cancelled), resolved_at = \(transaction.now)
            WHERE ticket_id = \(ticket) AND status = \(ReviewStatus.pending)
            """)
    }

    /// Decides a review: the ticket is done, or goes back to its assignee with what is missing.
    ///
    /// - Throws: ``RuleViolation``.
    package func resolve(
        approved: Bool, comment: String, by author: Author, chain: CauseChain, in transaction: any Transaction
    ) throws {
        let ticket = try Ticket.require(ticketID, of: companyID, in: transaction)
        if author.kind == .employee { try ticket.requireNoHand(in: transaction) }
        let comment = approved ? comment.trimmed : try RuleViolation.nonBlank(comment, "comment", limit: 4000)
        let status: ReviewStatus = approved ? .approved : .changesRequested
        let changed = try transaction.execute(
            """
            UPDATE ticket_reviews SET status = \(status), comment = \(comment), resolved_at = \(transaction.now)
            WHERE id = \(id) AND status = \(ReviewStatus.pending)
            """)
        guard changed == 1 else { throw RuleViolation.conflict("The review of \(ticket.label) is decided already.") }
        try transaction.record(
            ReviewCompleted(
                ticketID: ticketID, reviewID: id, reviewerID: reviewerID, outcome: status,
                summary: comment.isEmpty ? nil : comment), company: companyID, by: author.actor)
        let thread = try ticket.discussion(in: transaction)
        let note = Message(
            id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind,
            content: approved ? "Approved. \(comment)".trimmed : "Changes requested: \(comment)",
            isAgentInitiated: author.kind == .employee, createdAt: transaction.now)
        try note.persist(in: thread, transaction)
        if approved {
            try ticket.close(by: author.actor, chain: chain, in: transaction)
        } else if round.isMultiple(of: Ticket.reviewLimit) {
            try ticket.block(
                "Sent back \(round) times; a person should look. Last comment: \(comment)", by: .orchestrator, in: transaction)
        } else {
            try ticket.wakeAssignee(.changesRequested, chain: chain, in: transaction)
        }
    }
}
