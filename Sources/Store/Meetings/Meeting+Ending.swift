package import Domain

extension Meeting {
    /// Brings the meeting to its end as a person wishes: by the chair's closing turn, or at once.
    ///
    /// - Throws: ``RuleViolation/conflict(_:)`` when it has ended.
    package func end(
        now: Bool, reason: MeetingEndReason = .person, by actor: EventActor, in transaction: any Transaction
    ) throws {
        try requireActive()
        let changed = try transaction.execute("UPDATE meetings SET is_end_wanted = 1 WHERE id = \(id) AND is_end_wanted = 0")
        if changed == 1, !now {
            try transaction.record(MeetingEnding(meetingID: id, threadID: threadID), company: companyID, by: actor)
        }
        let turn = try currentTurn(in: transaction)
        if now {
            // Nothing follows a turn that is over before the meeting's row says so.
            try turn?.end(.stopped, run: nil, message: nil, in: transaction)
            try current(in: transaction).finish(reason, by: actor, in: transaction)
            if let turn { try stop(turn, in: transaction) }
        } else if let turn, turn.phase != .closing, !turn.reason.isOfPerson, try !turn.hasBegun(in: transaction) {
            try giveUp(turn, in: transaction)
        }
    }

    /// Ends the work of a turn, also while it goes on.
    private func stop(_ turn: Turn, in transaction: any Transaction) throws {
        try cancelWork(of: turn, in: transaction)
        guard let wakeup = turn.wakeupID, let work = try transaction.find(WakeupRequest.self, wakeup), work.status == .processing
        else { return }
        let run = try Run.running(for: work.id, in: transaction)
        try Run.finish(
            run, of: work, as: .cancelled("The meeting was ended."), totals: run?.totals ?? RunTotals(), message: nil,
            in: transaction)
    }

    /// Ends the meeting: minutes, the hold lifted, the event, and the tickets where the call wanted them at once.
    func finish(_ reason: MeetingEndReason, by actor: EventActor = .orchestrator, in transaction: any Transaction) throws {
        var ended = try current(in: transaction)
        guard ended.status == .active else { return }
        ended.endReason = reason
        ended.status = .ended
        var tickets: [Ticket.ID] = []
        try transaction.execute(
            """
            UPDATE meetings SET status = \(MeetingStatus.ended), phase = \(MeetingPhase.ended), speaker_id = NULL, active_in = NULL,
              ended_at = \(transaction.now), end_reason = \(reason) WHERE id = \(id)
            """)
        if ticketsAtOnce { tickets = try ended.confirmWhatCanBe(in: transaction) }
        ended.actionItems = try ended.current(in: transaction).actionItems
        let minutes = try ended.minutes(in: transaction).markdown
        try transaction.execute("UPDATE meetings SET minutes_md = \(minutes), requests_json = '[]' WHERE id = \(id)")
        try note("The meeting has ended. Its minutes are kept.", in: transaction)
        try WorkHold.lift(hold, by: actor, in: transaction)
        try transaction.record(
            MeetingEnded(
                meetingID: id, threadID: threadID, minutesMd: minutes, actionItemCount: ended.actionItems.value.count,
                ticketIDs: tickets), company: companyID, by: actor)
        try ended.showAttendance(in: transaction)
    }

    /// An item that cannot become a ticket keeps no meeting from its end; it remains to be confirmed.
    private func confirmWhatCanBe(in transaction: any Transaction) throws -> [Ticket.ID] {
        try actionItems.value.indices.compactMap { index in
            do {
                return try transaction.attempt {
                    try current(in: transaction).confirmItem(index + 1, by: .system, in: transaction).id
                }
            } catch let violation as RuleViolation {
                try note("Action item \(index + 1) did not become a ticket: \(violation)", in: transaction)
                return nil
            }
        }
    }

    private func minutes(in transaction: any Transaction) throws -> MeetingMinutes {
        let people = try attendees.value.compactMap { try transaction.find(Employee.self, $0) }
        let ids = attendees.value.map(\.rawValue) + actionItems.value.compactMap { $0.assigneeID?.rawValue }
        var names = try Employee.names(of: Set(ids), in: transaction)
        for departure in departures.value { names[departure.employeeID.rawValue] = departure.name }
        let turns = try turns(in: transaction)
        let said = try transaction.select(Message.self, "WHERE id IN \(list: turns.compactMap(\.messageID))")
        return MeetingMinutes(
            meeting: self, turns: turns, names: names,
            titles: Dictionary(people.map { ($0.id, $0.title) }) { first, _ in first },
            said: Dictionary(said.map { ($0.id, $0.content) }) { first, _ in first }, ended: transaction.now)
    }
}
