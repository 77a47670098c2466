package import Domain

extension WakeupRequest {
    /// The server that claims, and for how long a claim holds without progress.
    package struct Lease: Hashable, Sendable {
        package let epoch: Int
        package let length: Duration

        package init(epoch: Int, length: Duration = .seconds(300)) {
            self.epoch = epoch
            self.length = length
        }
    }

    /// Claims up to `limit` pieces of due work: for each company in turn the most urgent first, nothing for an employee or in
    /// a thread where work is going on, nothing in a company that does not run.
    ///
    /// Urgency grows by one a minute, so that nothing waits for ever.
    ///
    /// - Throws: ``StoreError``.
    package static func claim(_ limit: Int, lease: Lease, in transaction: any Transaction) throws -> [WakeupRequest] {
        guard limit > 0 else { return [] }
        let due = try transaction.select(
            WakeupRequest.self,
            """
            WHERE id IN (
              SELECT id FROM (
                SELECT w.id, w.priority + (\(transaction.now) - w.scheduled_for) / 60000 AS urgency, w.scheduled_for,
                  row_number() OVER (
                    PARTITION BY w.company_id
                    ORDER BY w.priority + (\(transaction.now) - w.scheduled_for) / 60000 DESC, w.scheduled_for, w.id) AS turn
                FROM agent_wakeup_requests w JOIN companies c ON c.id = w.company_id
                WHERE w.status = \(WakeupStatus.pending) AND c.status = \(CompanyStatus.running)
                  AND w.scheduled_for <= \(transaction.now) AND coalesce(w.next_retry_at, 0) <= \(transaction.now)
                  AND NOT EXISTS (
                    SELECT 1 FROM agent_wakeup_requests busy
                    WHERE busy.status = \(WakeupStatus.processing)
                      AND (busy.agent_id = w.agent_id OR busy.thread_id = w.thread_id OR busy.ticket_id = w.ticket_id))
              ) ORDER BY turn, urgency DESC, scheduled_for, id LIMIT \(limit * 4))
            ORDER BY priority DESC, scheduled_for, id
            """)
        var busy: Set<String> = []
        var claimed: [WakeupRequest] = []
        for request in due where claimed.count < limit {
            let needs = [request.agentID.rawValue, request.threadID?.rawValue, request.ticketID?.rawValue].compactMap { $0 }
            guard busy.isDisjoint(with: needs) else { continue }
            busy.formUnion(needs)
            claimed.append(try request.claimed(by: lease, in: transaction))
        }
        return claimed
    }

    private func claimed(by lease: Lease, in transaction: any Transaction) throws -> WakeupRequest {
        var request = self
        request.status = .processing
        request.startedAt = transaction.now
        request.attemptCount += 1
        request.fence += 1
        request.leaseOwner = lease.epoch
        request.leaseExpiresAt = transaction.now + lease.length
        request.nextRetryAt = nil
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET status = \(request.status), started_at = \(transaction.now), attempt_count = \(request.attemptCount),
              fence = \(request.fence), lease_owner = \(lease.epoch), lease_expires_at = \(request.leaseExpiresAt),
              next_retry_at = NULL, updated_at = \(transaction.now) WHERE id = \(id)
            """)
        return request
    }

    /// Whether the claim still holds. To be asked in every transaction that writes on behalf of the work.
    package func isHeld(in transaction: any Transaction) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests WHERE id = \(id) AND status = \(WakeupStatus.processing)
              AND lease_owner = \(leaseOwner) AND fence = \(fence)
            """)
    }

    /// Moves the end of the claim, as progress does.
    package func extend(by length: Duration, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE agent_wakeup_requests SET lease_expires_at = \(transaction.now + length) WHERE id = \(id) AND fence = \(fence)")
        if let ticketID {
            try transaction.execute(
                """
                UPDATE ticket_checkouts SET expires_at = \(transaction.now + length), last_heartbeat_at = \(transaction.now)
                WHERE ticket_id = \(ticketID) AND status = \(CheckoutStatus.active)
                """)
        }
    }

    /// When the next piece of work that cannot begin yet may begin.
    package static func nextDue(in transaction: any Transaction) throws -> Timestamp? {
        let next: Timestamp? = try transaction.value(
            """
            SELECT min(max(scheduled_for, coalesce(next_retry_at, 0))) FROM agent_wakeup_requests
            WHERE status = \(WakeupStatus.pending) AND max(scheduled_for, coalesce(next_retry_at, 0)) > \(transaction.now)
            """)
        return next
    }
}
