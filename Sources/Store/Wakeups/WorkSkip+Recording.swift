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
            try transaction.execute("UPDATE work_skips SET count = \(count), last_at = \(transaction.now)" + key)
            guard known.lastAt + quiet <= transaction.now else { return }
        } else {
            try transaction.insert(
                WorkSkip(
                    companyID: company, employeeID: draft.agent, cause: draft.cause, subjectID: subject, reason: reason,
                    firstAt: transaction.now, lastAt: transaction.now))
        }
        try transaction.record(
            WorkSkipped(
                wakeupID: request, employeeID: draft.agent, cause: draft.cause, threadID: draft.thread, ticketID: draft.ticket,
                reason: reason, count: count), company: company, by: .orchestrator)
    }

    /// What was passed over or refused in a company, the latest first.
    package static func list(of company: Company.ID, limit: Int = 100, in transaction: any Transaction) throws -> [WorkSkip] {
        try transaction.select("WHERE company_id = \(company) ORDER BY last_at DESC, employee_id, reason LIMIT \(limit)")
    }
}
