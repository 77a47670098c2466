package import Domain

extension Meeting {
    /// Why an employee cannot take part; `nil` when they can.
    static func absence(of employee: Employee, in transaction: any Transaction) throws -> String? {
        if employee.hasLeft { return "no longer works here" }
        let reasons: [HoldReason] = try transaction.values("SELECT reason FROM work_holds WHERE employee_id = \(employee.id)")
        guard !reasons.isEmpty else { return nil }
        return reasons.allSatisfy { $0 == .budget } ? "no money left" : "paused"
    }

    static func absence(of employee: Employee.ID, in transaction: any Transaction) throws -> String? {
        guard let row = try transaction.find(Employee.self, employee) else { return "no longer works here" }
        return try absence(of: row, in: transaction)
    }

    /// Lets the company's meeting go on without those who have just been paused or let go.
    ///
    /// To be called in the transaction in which that happens.
    ///
    /// - Throws: ``StoreError``.
    package static func noteAbsence(of employee: Employee.ID, in company: Company.ID, _ transaction: any Transaction) throws {
        guard let meeting = try active(in: company, transaction), meeting.attendees.value.contains(employee) else { return }
        try meeting.noteAbsentees(in: transaction)
        let turn = try meeting.currentTurn(in: transaction)
        guard let turn, turn.employeeID == employee, try absence(of: employee, in: transaction) != nil else {
            return try meeting.current(in: transaction).replaceChair(in: transaction)
        }
        let status: WakeupStatus? = try transaction.value(
            "SELECT status FROM agent_wakeup_requests WHERE id = \(turn.wakeupID)")
        // Who is speaking is put off at their next step, and then not waited for.
        guard status != .processing else { return }
        try meeting.current(in: transaction).advance(without: turn, in: transaction)
    }

    /// Lets somebody take part again who was paused for a while: from here on they are among those who may speak next.
    ///
    /// To be called in the transaction in which they are resumed. A chair that has passed on stays where it is.
    ///
    /// - Throws: ``StoreError``.
    package static func noteReturn(of employee: Employee.ID, in company: Company.ID, _ transaction: any Transaction) throws {
        guard let meeting = try active(in: company, transaction), meeting.absent.contains(employee),
            try absence(of: employee, in: transaction) == nil
        else { return }
        var departures = meeting.departures.value
        for place in departures.indices where departures[place].employeeID == employee && departures[place].returnedAt == nil {
            departures[place].returnedAt = transaction.now
            try meeting.note("\(departures[place].name) is back in the meeting.", in: transaction)
        }
        try transaction.execute("UPDATE meetings SET departures_json = \(JSONColumn(departures)) WHERE id = \(meeting.id)")
    }

    /// Notes who has gone since, each once.
    func noteAbsentees(in transaction: any Transaction) throws {
        var departures = departures.value
        let known = absent
        let before = departures.count
        for id in attendees.value where !known.contains(id) {
            guard let reason = try Self.absence(of: id, in: transaction) else { continue }
            let name = try Employee.names(of: [id.rawValue], in: transaction)[id.rawValue] ?? "Somebody"
            departures.append(Departure(employeeID: id, name: name, reason: reason, at: transaction.now))
            try note("\(name) has left the meeting: \(reason).", in: transaction)
        }
        guard departures.count > before else { return }
        try transaction.execute("UPDATE meetings SET departures_json = \(JSONColumn(departures)) WHERE id = \(id)")
    }

    /// Gives the chair, when the chair has gone, to whoever took over from them, else to the most senior of those who are there.
    func replaceChair(in transaction: any Transaction) throws {
        let gone = absent
        guard gone.contains(chairID) else { return }
        let present = try attendees.value.filter { !gone.contains($0) }.compactMap { try transaction.find(Employee.self, $0) }
        let heir = try transaction.find(Employee.self, chairID)?.successorID
        let next = present.first { $0.id == heir }
        let senior =
            next
            ?? present.enumerated().min {
                ($0.element.level.rank ?? 9, $0.offset) < ($1.element.level.rank ?? 9, $1.offset)
            }?.element
        guard let senior else { return }
        try transaction.execute("UPDATE meetings SET chair_id = \(senior.id) WHERE id = \(id)")
        let thread = try Thread.require(threadID, of: companyID, in: transaction)
        try thread.setRole(.attendee, of: chairID, in: transaction)
        try thread.setRole(.chair, of: senior.id, in: transaction)
        try note("\(senior.name) takes the chair.", in: transaction)
    }

    /// Lets the attendees be seen in the meeting, and out of it when it has ended.
    func showAttendance(in transaction: any Transaction) throws {
        try Employee.refreshStatuses(of: companyID, in: transaction)
    }
}
