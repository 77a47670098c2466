package import Domain

extension Guidance {
    /// Says something to a turn that goes on; it takes it up before its next model call.
    ///
    /// The words are a message in the thread at once. If the turn has ended meanwhile, they wake the employee like any other
    /// message. A known client key returns what was given under it.
    ///
    /// - Throws: ``RuleViolation`` for an empty or oversized text, and when the employee is gone.
    package static func give(
        _ content: String, to run: Run, of company: Company.ID, by person: Operator.ID, clientKey: String? = nil,
        in transaction: any Transaction
    ) throws -> Guidance {
        if let clientKey, let known = try known(clientKey, for: run.id, in: transaction) { return known }
        guard !content.trimmed.isEmpty else { throw RuleViolation.invalid(field: "content", reason: "must not be empty") }
        guard content.utf8.count <= 100_000 else {
            throw RuleViolation.invalid(field: "content", reason: "must have at most 100000 bytes")
        }
        guard let wakeupID = run.wakeupID, let employee = try transaction.find(Employee.self, run.employeeID) else {
            throw RuleViolation.conflict("Nobody is there any more who could take it up.")
        }
        try employee.requirePresence(in: transaction)
        let thread = try run.placeToTalk(with: employee, person, in: transaction)
        let author = Author.user(person)
        let message = Message(
            id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind, content: content,
            createdAt: transaction.now)
        try message.persist(in: thread, transaction)
        let guidance = Guidance(
            id: transaction.makeID(), companyID: company, runID: run.id, wakeupID: wakeupID, threadID: thread.id,
            messageID: message.id, authorID: author.id, content: content, createdAt: transaction.now, clientKey: clientKey)
        try transaction.insert(guidance)
        let isOpen = try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests w WHERE w.id = \(wakeupID) AND w.status IN ('pending', 'processing')
              AND NOT EXISTS (SELECT 1 FROM work_stops s WHERE s.wakeup_id = w.id)
            """)
        if isOpen { return guidance }
        try guidance.wake(employee.id, in: transaction)
        return try transaction.find(Guidance.self, guidance.id) ?? guidance
    }

    /// What was said to a run, in order.
    package static func list(of run: Run.ID, in transaction: any Transaction) throws -> [Guidance] {
        try transaction.select("WHERE run_id = \(run) ORDER BY created_at, id")
    }

    package static func known(
        _ clientKey: String, for run: Run.ID, in transaction: any Transaction
    ) throws -> Guidance? {
        try transaction.select(Guidance.self, "WHERE run_id = \(run) AND client_key = \(clientKey)").first
    }

    /// Makes an ordinary message of words that came too late; in a meeting they are answered next.
    fileprivate func wake(_ employee: Employee.ID, in transaction: any Transaction) throws {
        try settle(as: .message, in: transaction)
        guard let thread = try transaction.find(Thread.self, threadID) else { return }
        if thread.kind == .meeting {
            guard let meeting = try Meeting.held(in: thread.id, transaction), meeting.status == .active,
                let message = try transaction.find(Message.self, messageID)
            else { return }
            return try meeting.heard(message, to: employee, in: transaction)
        }
        let cause: WakeupCause = thread.kind == .ticket ? .comment : .message
        try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: employee, cause: cause, trigger: messageID.rawValue, thread: thread.id, ticket: thread.ticketID,
                dedupe: .pending("\(cause.rawValue):\(thread.id)"),
                chain: .root),
            of: companyID, in: transaction)
    }

    fileprivate func settle(as status: GuidanceStatus, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE run_guidance SET status = \(status), settled_at = \(transaction.now)
            WHERE id = \(id) AND status = \(GuidanceStatus.waiting)
            """)
    }
}

extension WakeupRequest {
    /// Deals with words that the turn did not take up before its end: they stay in the thread, and wake the employee unless the
    /// work was stopped or taken back.
    func passOnGuidance(wakes: Bool, in transaction: any Transaction) throws {
        let waiting = try transaction.select(
            Guidance.self, "WHERE wakeup_id = \(id) AND status = \(GuidanceStatus.waiting) ORDER BY created_at, id")
        for guidance in waiting {
            if wakes {
                try guidance.wake(agentID, in: transaction)
            } else {
                try guidance.settle(as: .message, in: transaction)
            }
        }
    }
}

extension Run {
    /// Where words for the run belong: its thread, its ticket's, or else the direct one with the employee.
    fileprivate func placeToTalk(
        with employee: Employee, _ person: Operator.ID, in transaction: any Transaction
    ) throws -> Thread {
        if let threadID, let thread = try transaction.find(Thread.self, threadID) { return thread }
        if let ticketID, let ticket = try transaction.find(Ticket.self, ticketID) {
            return try ticket.discussion(in: transaction)
        }
        return try Thread.direct(employee.id, with: .user(person), of: employee.companyID, in: transaction)
    }
}
