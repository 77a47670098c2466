package import Domain

extension WorkSkip {
    /// How long the same skip is only counted before it is told again.
    private static let quiet = Duration.seconds(3600)

    /// Leaves the receipt of a skip: counts it, and says so unless the same was said within the hour.
    ///
    /// - Parameter request: The work that waits, if it is in the queue.
    static func record(
        _ reason: SkipReason, of draft: WakeupRequest.Draft, request: WakeupRequest.ID? = nil, company: Company.ID,
        in transaction: any Transaction
    ) throws {
        let subject = draft.ticket?.rawValue ?? draft.thread?.rawValue ?? ""
        let key: SQL = """
            WHERE company_id = \(company) AND employee_id = \(draft.agent) AND cause = \(draft.cause) AND subject_id = \(subject)
              AND reason = \(reason)
            """
        let known = try transaction.select(WorkSkip.self, key).first
        let count = (known?.count ?? 0) + 1
        if let known {
            let isTold = known.toldAt + quiet <= transaction.now
            try transaction.execute(
                """
                UPDATE work_skips SET count = \(count), last_at = \(transaction.now),
                  told_at = \(isTold ? transaction.now : known.toldAt)
                """ + key)
            guard isTold else { return }
        } else {
            try transaction.insert(
                WorkSkip(
                    companyID: company, employeeID: draft.agent, cause: draft.cause, subjectID: subject, reason: reason,
                    firstAt: transaction.now, lastAt: transaction.now, toldAt: transaction.now))
        }
        try transaction.record(
            WorkSkipped(
                wakeupID: request, employeeID: draft.agent, cause: draft.cause, threadID: draft.thread, ticketID: draft.ticket,
                reason: reason, count: count), company: company, by: .orchestrator)
    }

    /// Leaves a receipt for each piece of waiting work that a hold keeps from now on; the event of the hold tells it.
    static func record(_ hold: WorkHold.Draft, in transaction: any Transaction) throws {
        let reason = hold.employee == nil || hold.reason == .budget ? hold.reason.skip : .employeePaused
        var condition: SQL = "WHERE company_id = \(hold.company) AND status = \(WakeupStatus.pending)"
        if let employee = hold.employee { condition = condition + "AND agent_id = \(employee)" }
        if hold.reason == .meeting {
            condition = condition + "AND cause NOT IN \(list: [WakeupCause.meetingTurn, .interjection])"
        }
        try transaction.execute(
            """
            INSERT INTO work_skips (company_id, employee_id, cause, subject_id, reason, count, first_at, last_at, told_at)
            SELECT company_id, agent_id, cause, coalesce(ticket_id, thread_id, ''), \(reason), count(*), \(transaction.now),
              \(transaction.now), \(transaction.now)
            FROM agent_wakeup_requests
            """ + condition + """
                GROUP BY company_id, agent_id, cause, coalesce(ticket_id, thread_id, '')
                ON CONFLICT DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at, told_at = excluded.told_at
                """)
    }

    /// What was passed over or refused in a company, the latest first.
    package static func list(of company: Company.ID, limit: Int = 100, in transaction: any Transaction) throws -> [WorkSkip] {
        try transaction.select("WHERE company_id = \(company) ORDER BY last_at DESC, employee_id, reason LIMIT \(limit)")
    }
}
