import Domain

extension Meeting {
    /// Gives the floor to whoever is next, in the transaction in which the turn before ended; ends the meeting when nobody is.
    func advance(in transaction: any Transaction) throws {
        let meeting = try current(in: transaction)
        guard meeting.status == .active, try meeting.currentTurn(in: transaction) == nil else { return }
        try meeting.noteAbsentees(in: transaction)
        try meeting.current(in: transaction).replaceChair(in: transaction)
        let seated = try meeting.current(in: transaction)
        switch try seated.state(in: transaction).next() {
        case .end(let reason): try seated.finish(reason, in: transaction)
        case .speak(let plan): try seated.give(plan, in: transaction)
        }
    }

    private func give(_ plan: MeetingPlan, in transaction: any Transaction) throws {
        let last: Int? = try transaction.value("SELECT max(number) FROM meeting_turns WHERE meeting_id = \(id)")
        var turn = Turn(
            id: transaction.makeID(), companyID: companyID, meetingID: id, number: (last ?? 0) + 1, phase: plan.phase,
            round: plan.round, employeeID: plan.speaker, reason: plan.reason, question: plan.question, answersID: plan.answers,
            startedAt: transaction.now)
        let work = try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: plan.speaker, cause: plan.reason.isOfPerson ? .interjection : .meetingTurn,
                trigger: plan.answers?.rawValue ?? id.rawValue, thread: threadID, dedupe: .once("meeting:\(turn.id)"),
                chain: .root),
            of: companyID, in: transaction)
        turn.wakeupID = work?.id
        try transaction.insert(turn)
        let rest = plan.isRequest ? Array(requests.value.dropFirst()) : requests.value
        try transaction.execute(
            """
            UPDATE meetings SET phase = \(plan.phase), round = \(plan.round), speaker_id = \(plan.speaker),
              requests_json = \(JSONColumn(rest)) WHERE id = \(id)
            """)
    }

    /// What the next step follows from.
    func state(in transaction: any Transaction) throws -> MeetingState {
        let gone = absent
        let people = try attendees.value.filter { !gone.contains($0) }.compactMap { try transaction.find(Employee.self, $0) }
        let said: String? = try transaction.value(
            """
            SELECT content FROM messages WHERE thread_id = \(threadID) AND author_kind <> \(AuthorKind.system)
            ORDER BY created_at DESC, id DESC LIMIT 1
            """)
        return MeetingState(
            mode: mode, limits: limits.value, chair: chairID,
            present: people.map { MeetingState.Person(id: $0.id, name: $0.name, title: $0.title) },
            turns: try turns(in: transaction), requests: requests.value, stated: Set(positions.value.map(\.employeeID)),
            use: MeetingUse(
                started: timeOrigin, deadline: deadlineAt, now: transaction.now, cost: costUsd, limit: limits.value.costUsd),
            isEndWanted: isEndWanted, lastWords: said ?? "")
    }

    /// When the meeting would have begun without the pauses that moved its deadline.
    private var timeOrigin: Timestamp { deadlineAt.map { $0 - .seconds(60 * (limits.value.minutes ?? 30)) } ?? startedAt }
}
