import Domain

// Who hears what an employee says at the end of a turn.
extension WakeupRequest {
    /// Lets those know who wait for what the work was to answer.
    func answerEnquiries(
        _ ending: RunEnding, with written: Message?, stop: WorkStop?, in transaction: any Transaction
    ) throws {
        let name = try transaction.find(Employee.self, agentID)?.name ?? "Your colleague"
        switch ending {
        case .answered:
            try settleEnquiries(answer: written, else: "\(name) had nothing to say.", in: transaction)
        case .cancelled(let reason, _):
            let waking: Enquiry.Waking = stop.map { $0.discards ? .ticketHolders : .nobody } ?? .everybody
            try settleEnquiries(answer: nil, else: reason, waking: waking, in: transaction)
        case .failed, .putOff, .overBudget, .interrupted:
            let why = ending.asFailure.errorText ?? ""
            try settleEnquiries(answer: nil, else: "\(name) could not answer: \(why)", in: transaction)
        }
    }

    /// Wakes the colleagues whom the answer names; those who asked are woken by what they asked.
    func tellColleagues(of message: Message, in thread: Thread, _ transaction: any Transaction) throws {
        let askers = Set(try Enquiry.open(in: id, in: transaction).map(\.askerID))
        let errand = Errand(work: id, thread: thread.id, ticket: try ownTicket(in: transaction))
        let delivery = Message.Delivery(isAnswer: true, except: askers, errand: errand)
        switch thread.kind {
        case .dm:
            // A colleague was told to wait, and hears now what came of it elsewhere.
            guard cause == .colleagueAnswered, try !isAnsweredHere(message, transaction) else { return }
            try message.wakeRecipients(in: thread, delivery, chain: chain, transaction)
        case .group, .ticket:
            guard thread.kind == .group || message.content.contains(where: { $0 == "@" || $0 == "?" }) else { return }
            try message.wakeRecipients(in: thread, delivery, chain: chain, transaction)
        case .broadcast, .meeting, .proactive: break
        }
    }

    /// Whether what the employee has learned was said in the same thread.
    private func isAnsweredHere(_ message: Message, _ transaction: any Transaction) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM enquiries q JOIN messages m ON m.id = q.message_id
            WHERE q.resumed_by = \(id) AND m.thread_id = \(message.threadID)
            """)
    }

    /// The ticket, if it is the employee's own work.
    private func ownTicket(in transaction: any Transaction) throws -> Ticket.ID? {
        guard let ticketID, cause != .reviewRequest, let ticket = try transaction.find(Ticket.self, ticketID),
            ticket.assigneeID == agentID
        else { return nil }
        return ticketID
    }
}
