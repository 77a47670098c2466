package import Domain

extension Meeting {
    /// As many as can talk with one another.
    package static let attendeeLimit = 20

    /// Opens a meeting: the row, its thread with the agenda, the hold that lets the company's other work wait, and the chair's
    /// first turn, all in one transaction.
    ///
    /// A known client key returns that meeting.
    ///
    /// - Throws: ``RuleViolation``, before anything has changed.
    package static func call(
        _ call: Call, of company: Company.ID, by author: Author, clientKey: String? = nil, in transaction: any Transaction
    ) throws -> Meeting {
        if let known = try transaction.known(Meeting.self, clientKey: clientKey, company: company) { return known }
        let checked = try check(call, of: company, in: transaction)
        let owner = try Operator.owner(in: transaction).id
        let thread = try Thread.open(
            .meeting, subject: subject(of: checked.agenda), of: company,
            members: [Thread.Member(owner, .owner)]
                + checked.attendees.map { Thread.Member($0, $0 == checked.chair ? .chair : .attendee) }, by: author,
            in: transaction)
        let meeting = Meeting(
            id: transaction.makeID(), companyID: company, threadID: thread.id, chairID: checked.chair, agenda: checked.agenda,
            mode: checked.mode, attendees: JSONColumn(checked.attendees), startedAt: transaction.now, activeIn: company,
            limits: JSONColumn(checked.limits), deadlineAt: transaction.now + .seconds(60 * (checked.limits.minutes ?? 30)),
            ticketsAtOnce: checked.ticketsAtOnce, goalID: checked.goal, clientKey: clientKey)
        try transaction.insert(meeting)
        try Message(
            id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind,
            content: "Agenda:\n\n\(checked.agenda)", createdAt: transaction.now
        ).persist(in: thread, transaction)
        try transaction.record(
            MeetingStarted(
                meetingID: meeting.id, threadID: thread.id, chairID: checked.chair, attendees: checked.attendees,
                agenda: checked.agenda), company: company, by: author.actor)
        try WorkHold.place(meeting.hold, by: author.actor, in: transaction)
        try meeting.advance(in: transaction)
        let opened = try require(meeting.id, of: company, in: transaction)
        try opened.showAttendance(in: transaction)
        return opened
    }

    /// The reason for which the company's other work waits.
    var hold: WorkHold.Draft { WorkHold.Draft(.meeting, ref: id.rawValue, on: companyID, note: subject) }

    /// The call with the chair among the attendees, first, and every limit set.
    private static func check(_ call: Call, of company: Company.ID, in transaction: any Transaction) throws -> Call {
        var call = call
        let row = try Company.require(company, in: transaction)
        guard row.status != .archived else { throw RuleViolation.conflict("The company is closed down: restore it first.") }
        call.agenda = try RuleViolation.nonBlank(call.agenda, "agenda", limit: 20_000)
        try checkPresence(call.chair, field: "chair_id", of: company, in: transaction)
        for attendee in call.attendees { try checkPresence(attendee, field: "attendee_ids", of: company, in: transaction) }
        guard Set(call.attendees).count == call.attendees.count else {
            throw RuleViolation.invalid(field: "attendee_ids", reason: "must name everybody once")
        }
        call.attendees = [call.chair] + call.attendees.filter { $0 != call.chair }
        guard call.attendees.count > 1 else {
            throw RuleViolation.invalid(field: "attendee_ids", reason: "must name somebody besides the chair")
        }
        guard call.attendees.count <= attendeeLimit else {
            throw RuleViolation.invalid(field: "attendee_ids", reason: "must name at most \(attendeeLimit) employees")
        }
        call.limits = try call.limits.settled(for: call.mode, attendees: call.attendees.count)
        if let goal = call.goal { _ = try Goal.require(goal, of: company, field: "goal_id", in: transaction) }
        if let other = try active(in: company, transaction) {
            throw RuleViolation.conflict("A meeting is on already: “\(other.subject)” (\(other.id)). End it first.")
        }
        return call
    }

    private static func checkPresence(
        _ employee: Employee.ID, field: String, of company: Company.ID, in transaction: any Transaction
    ) throws {
        let row = try Employee.requireColleague(employee, of: company, field: field, in: transaction)
        if let absence = try absence(of: row, in: transaction) {
            throw RuleViolation.invalid(field: field, reason: "\(row.name) cannot take part: \(absence)")
        }
    }
}

extension Thread {
    func setRole(_ role: ThreadRole, of employee: Employee.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE thread_members SET role_in_thread = \(role) WHERE thread_id = \(id) AND member_id = \(employee)")
    }
}
