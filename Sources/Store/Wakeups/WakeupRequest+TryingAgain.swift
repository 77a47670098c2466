import Domain

extension WakeupRequest {
    /// Has work tried again at once that a failure of a provider had put off, now that this one is well or set up anew.
    ///
    /// - Throws: ``StoreError``.
    static func tryAgain(at provider: Provider.ID, in transaction: any Transaction) throws {
        let outages: SQL =
            "('connect', 'timeout', 'rate_limited', 'quota', 'server', 'broken_stream', 'unauthorized', 'put_off')"
        let waiting = try transaction.all(
            WakeupRequest.self,
            """
            SELECT \(columns: WakeupRequest.self, of: "w") FROM agent_wakeup_requests w
            JOIN runs r ON r.id = (SELECT id FROM runs WHERE wakeup_id = w.id ORDER BY started_at DESC, id DESC LIMIT 1)
            WHERE w.status = \(WakeupStatus.pending) AND w.next_retry_at > \(transaction.now) AND r.error_class IN \(outages)
              AND (r.provider_id = \(provider) OR r.id IN (SELECT run_id FROM run_attempts WHERE provider_id = \(provider)))
              AND w.company_id NOT IN (SELECT id FROM companies WHERE status = \(CompanyStatus.archived))
            ORDER BY w.created_at, w.id
            """)
        for work in waiting {
            try transaction.execute("UPDATE agent_wakeup_requests SET next_retry_at = NULL WHERE id = \(work.id)")
            try transaction.record(
                WorkQueued(
                    wakeupID: work.id, employeeID: work.agentID, cause: work.cause, threadID: work.threadID,
                    ticketID: work.ticketID, priority: work.priority), company: work.companyID, by: .orchestrator)
        }
    }
}
