package import Domain

extension ScheduleItem {
    /// Queues what is due: the work at the beginning, and the reminder before it.
    ///
    /// - Parameter wakesLate: Whether the assignee is woken also where the beginning is past.
    mutating func plan(wakesLate: Bool, in transaction: any Transaction) throws {
        wakeupRequestID = nil
        if status == .scheduled, let assigneeID, startsAt > transaction.now || wakesLate {
            wakeupRequestID = try queue(Self.beginning, at: max(startsAt, transaction.now), for: assigneeID, in: transaction)
        }
        if status == .scheduled, let assigneeID, let reminderAt, reminderAt > transaction.now, reminderAt != startsAt {
            _ = try queue(Self.reminder, at: reminderAt, for: assigneeID, in: transaction)
        }
        try transaction.execute("UPDATE schedule_items SET wakeup_request_id = \(wakeupRequestID) WHERE id = \(id)")
    }

    /// Takes back what has not begun.
    ///
    /// - Returns: Whether the work at the beginning still waited.
    func takeBack(_ reason: String, in transaction: any Transaction) throws -> Bool {
        guard let assigneeID else { return false }
        let waiting = try transaction.select(
            WakeupRequest.self,
            """
            WHERE agent_id = \(assigneeID) AND dedupe_key IN \(list: [key(Self.beginning, startsAt)] + (reminderAt.map { [key(Self.reminder, $0)] } ?? []))
              AND status = \(WakeupStatus.pending)
            """)
        for work in waiting { try work.cancel(reason: reason, in: transaction) }
        return waiting.contains { $0.dedupeKey == key(Self.beginning, startsAt) }
    }

    private static let beginning = "schedule"
    private static let reminder = "reminder"

    /// One piece of work for each moment of an entry, however often it is planned.
    private func key(_ what: String, _ moment: Timestamp) -> String { "\(what):\(id):\(moment.milliseconds)" }

    private func queue(
        _ what: String, at moment: Timestamp, for employee: Employee.ID, in transaction: any Transaction
    ) throws -> WakeupRequest.ID? {
        let planned = what == Self.beginning ? startsAt : moment
        let key = key(what, planned)
        try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: employee, cause: .schedule, trigger: id.rawValue, thread: place(for: employee, in: transaction).id,
                dedupe: .pending(key), chain: .root, priority: rank, at: moment), of: companyID, in: transaction)
        return try transaction.value(
            """
            SELECT id FROM agent_wakeup_requests WHERE agent_id = \(employee) AND dedupe_key = \(key)
              AND status = \(WakeupStatus.pending)
            """)
    }

    /// Where the employee says what comes of it: the discussion of the ticket, else what they have with the owner.
    ///
    /// The work is not the ticket's own: that the ticket waits for something else keeps nobody from looking at the calendar.
    private func place(for employee: Employee.ID, in transaction: any Transaction) throws -> Thread {
        guard let ticket = try ticketID.flatMap({ try transaction.find(Ticket.self, $0) }) else {
            return try Thread.direct(employee, with: .user(Operator.owner(in: transaction).id), of: companyID, in: transaction)
        }
        let thread = try ticket.discussion(in: transaction)
        try thread.add(Thread.Member(employee), in: transaction)
        return thread
    }

    private var rank: Int {
        switch priority {
        case .critical: 90
        case .high: 70
        case .medium: 50
        case .low: 30
        }
    }
}

extension WakeupRequest {
    /// The entry of the calendar that the work is about, and whether it is the reminder of it.
    package func occasion(in transaction: any Transaction) throws -> (item: ScheduleItem, isReminder: Bool)? {
        guard cause == .schedule, let triggerID, let item = try transaction.find(ScheduleItem.self, ScheduleItem.ID(triggerID))
        else {
            return nil
        }
        return (item, dedupeKey?.hasPrefix("reminder:") == true)
    }
}
