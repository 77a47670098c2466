package import Domain

extension Routine {
    /// Leaves the receipt of runs that are left out: an event each time, and the count among what was passed over for whoever
    /// would have had the work.
    func skip(
        _ reason: SkipReason, count: Int = 1, from first: Timestamp, ticket: Ticket.ID? = nil, next: Timestamp?,
        in transaction: any Transaction
    ) throws {
        try transaction.record(
            RoutineRunSkipped(
                routineID: id, reason: reason, count: count, scheduledFor: first, ticketID: ticket, nextRunAt: next),
            company: companyID, by: .system(id.rawValue))
        guard let assignee = workConfig.value?.assigneeID, let person = try Employee.standIn(for: assignee, in: transaction)
        else {
            return
        }
        try transaction.execute(
            """
            INSERT INTO work_skips (company_id, employee_id, cause, subject_id, reason, count, first_at, last_at, told_at)
            VALUES (\(companyID), \(person.id), \(WakeupCause.routine), \(id), \(reason), \(count), \(transaction.now),
              \(transaction.now), \(transaction.now))
            ON CONFLICT DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at, told_at = excluded.told_at
            """)
    }

    /// Says once that a run which is due waits until the company goes on; then it is run once for all that were due meanwhile.
    func putOff(_ reason: SkipReason, in transaction: any Transaction) throws {
        guard let due = nextRunAt, putOffFor != due else { return }
        try transaction.execute("UPDATE routines SET put_off_for = \(due) WHERE id = \(id)")
        try skip(reason, from: due, next: due, in: transaction)
    }

    /// Why the company starts no routines; a meeting is no reason, since the work of the ticket waits for its end anyway.
    package func holdingReason(in transaction: any Transaction) throws -> SkipReason? {
        let reasons: [HoldReason] = try transaction.values(
            "SELECT DISTINCT reason FROM work_holds WHERE company_id = \(companyID) AND employee_id IS NULL")
        let order: [HoldReason] = [.archived, .user, .budget, .quietHours]
        return order.first(where: reasons.contains)?.skip
    }
}
