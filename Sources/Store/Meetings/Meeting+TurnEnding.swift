import Domain

extension Meeting {
    /// Takes in how a run of the meeting's own work ended, and gives the floor to the next.
    ///
    /// A turn that came to nothing is told in the thread, and the meeting goes on.
    static func noteEnd(
        of work: WakeupRequest, as ending: RunEnding, isFinal: Bool, run: Run?, message: Message.ID?,
        in transaction: any Transaction
    ) throws {
        let found = try transaction.select(Turn.self, "WHERE wakeup_id = \(work.id) AND status = \(MeetingTurnStatus.speaking)")
            .first
        guard let turn = found, let meeting = try transaction.find(Meeting.self, turn.meetingID) else { return }
        let hasLeft = try Employee.hasLeft(turn.employeeID, in: transaction)
        guard isFinal, !hasLeft else {
            // Whoever is not there is not waited for.
            if try absence(of: turn.employeeID, in: transaction) != nil {
                try meeting.advance(without: turn, in: transaction)
                try meeting.current(in: transaction).showAttendance(in: transaction)
            }
            return
        }
        let status: MeetingTurnStatus
        switch ending {
        case .answered: status = message == nil || turn.isPass ? .passed : .spoken
        case .cancelled: status = .stopped
        case .failed, .interrupted, .putOff, .overBudget: status = .failed
        }
        try turn.end(status, run: run?.id, message: message, in: transaction)
        if status == .stopped { try meeting.note("This turn was stopped; the meeting goes on.", in: transaction) }
        if let message, status == .spoken || status == .passed {
            try transaction.record(
                MeetingTurn(meetingID: meeting.id, threadID: meeting.threadID, employeeID: turn.employeeID, messageID: message),
                company: meeting.companyID, by: .employee(turn.employeeID))
        }
        if turn.phase == .closing, !turn.reason.isOfPerson, let message { try meeting.keepClosingWords(message, in: transaction) }
        try meeting.countTurns(in: transaction)
        try meeting.advance(in: transaction)
        try meeting.current(in: transaction).showAttendance(in: transaction)
    }

    /// Takes in that the work of a turn was taken back before it began, and gives the floor to the next.
    ///
    /// A turn that the meeting itself has ended or given up is no turn any more.
    static func noteCancellation(of work: WakeupRequest, in transaction: any Transaction) throws {
        let found = try transaction.select(
            Turn.self, "WHERE wakeup_id = \(work.id) AND status = \(MeetingTurnStatus.speaking)"
        ).first
        guard let turn = found, let meeting = try transaction.find(Meeting.self, turn.meetingID) else { return }
        try turn.end(.stopped, run: nil, message: nil, in: transaction)
        try meeting.note("This turn was stopped; the meeting goes on.", in: transaction)
        try meeting.advance(in: transaction)
    }

    /// Takes the floor from somebody who cannot use it.
    func advance(without turn: Turn, in transaction: any Transaction) throws {
        try turn.end(.skipped, run: nil, message: nil, in: transaction)
        try cancelWork(of: turn, in: transaction)
        try advance(in: transaction)
    }

    /// Takes back the work of a turn that has not begun or waits to go on.
    func cancelWork(of turn: Turn, in transaction: any Transaction) throws {
        guard let wakeup = turn.wakeupID, let work = try transaction.find(WakeupRequest.self, wakeup), work.status == .pending
        else { return }
        try work.cancel(reason: "the meeting went on without it", in: transaction)
    }

    /// Counts what is billed of a run to its meeting, if it was for one; also where the meeting went on, or ended, without it.
    static func charge(_ cost: Money, of run: Run, in transaction: any Transaction) throws {
        guard cost > .zero, let wakeupID = run.wakeupID,
            let turn = try transaction.select(Turn.self, "WHERE wakeup_id = \(wakeupID)").first,
            let meeting = try transaction.find(Meeting.self, turn.meetingID)
        else { return }
        let sum = (try? meeting.costUsd + cost) ?? meeting.costUsd  // nine billion dollars are more than a meeting can cost
        try transaction.execute("UPDATE meetings SET cost_usd = \(sum) WHERE id = \(meeting.id)")
    }

    private func countTurns(in transaction: any Transaction) throws {
        let state = try state(in: transaction)
        try transaction.execute("UPDATE meetings SET turns_used = \(state.turnsUsed), speaker_id = NULL WHERE id = \(id)")
    }

    private func keepClosingWords(_ message: Message.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE meetings SET closing_words = (SELECT content FROM messages WHERE id = \(message)) WHERE id = \(id)")
    }

    /// Says in the thread what the program did.
    func note(_ text: String, in transaction: any Transaction) throws {
        let thread = try Thread.require(threadID, of: companyID, in: transaction)
        try Message(
            id: transaction.makeID(), threadID: threadID, authorID: Author.system.id, authorKind: .system, content: text,
            createdAt: transaction.now
        ).persist(in: thread, transaction)
    }
}

extension Meeting.Turn {
    func end(_ status: MeetingTurnStatus, run: Run.ID?, message: Message.ID?, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE meeting_turns SET status = \(status), run_id = \(run), message_id = \(message), ended_at = \(transaction.now)
            WHERE id = \(id) AND status = 'speaking'
            """)
    }
}
