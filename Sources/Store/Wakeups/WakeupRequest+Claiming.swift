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

    /// What is decided of a piece of work that could be claimed.
    package enum Decision: Hashable, Sendable {
        /// It begins, and counts for this provider's cap.
        case begin(Provider.ID?)
        /// Its provider is full: it waits, and so does everything for the same provider.
        case pass
    }

    /// Claims up to `limit` pieces of due work: for each company in turn the most urgent first, nothing for an employee, in a
    /// thread or on a ticket where work is going on, nothing in a company that does not run.
    ///
    /// Urgency grows by one a minute, so that nothing waits for ever.
    ///
    /// - Parameters:
    ///   - last: The company that was served last; the turn begins with the one after it.
    ///   - decide: Whether the provider of a piece of work has room for it.
    /// - Throws: ``StoreError``, what `decide` throws.
    package static func claim(
        _ limit: Int, lease: Lease, after last: Company.ID? = nil, in transaction: any Transaction,
        decide: (WakeupRequest) throws -> Decision = { _ in .begin(nil) }
    ) throws -> [WakeupRequest] {
        guard limit > 0 else { return [] }
        return try withoutActuallyEscaping(decide) { decide in
            var queue = try DueWork(limit: limit, after: last, decide: decide, in: transaction)
            return try take(limit, from: &queue, lease: lease, in: transaction)
        }
    }

    private static func take(
        _ limit: Int, from queue: inout DueWork, lease: Lease, in transaction: any Transaction
    ) throws -> [WakeupRequest] {
        var claimed: [WakeupRequest] = []
        while claimed.count < limit, let work = try queue.next(in: transaction) {
            claimed.append(try work.claimed(by: lease, in: transaction))
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
              next_retry_at = NULL, provider_id = \(providerID), updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try TicketCheckout.take(for: request, in: transaction)
        return request
    }

    /// Whether the claim still holds.
    ///
    /// To be asked in every transaction that writes on behalf of the work.
    package func isHeld(in transaction: any Transaction) throws -> Bool {
        try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests WHERE id = \(id) AND status = \(WakeupStatus.processing)
              AND lease_owner IS \(leaseOwner) AND fence = \(fence)
            """)
    }

    /// Moves the end of the claim, as progress does.
    ///
    /// - Returns: `false` when the claim was lost meanwhile; then nothing is written.
    package func extend(by length: Duration, in transaction: any Transaction) throws -> Bool {
        let changed = try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET lease_expires_at = \(transaction.now + length)
            WHERE id = \(id) AND status = \(WakeupStatus.processing) AND lease_owner IS \(leaseOwner) AND fence = \(fence)
            """)
        guard changed == 1 else { return false }
        if let ticketID {
            try transaction.execute(
                """
                UPDATE ticket_checkouts SET expires_at = \(transaction.now + length), last_heartbeat_at = \(transaction.now)
                WHERE ticket_id = \(ticketID) AND employee_id = \(agentID) AND status = \(CheckoutStatus.active)
                """)
        }
        return true
    }

    /// When the next piece of work that cannot begin yet may begin.
    package static func nextDue(in transaction: any Transaction) throws -> Timestamp? {
        let scheduled: Timestamp? = try transaction.value(
            "SELECT min(scheduled_for) FROM agent_wakeup_requests WHERE status = 'pending' AND scheduled_for > \(transaction.now)"
        )
        let retried: Timestamp? = try transaction.value(
            """
            SELECT min(next_retry_at) FROM agent_wakeup_requests
            WHERE status = 'pending' AND next_retry_at IS NOT NULL AND next_retry_at > \(transaction.now)
            """)
        return [scheduled, retried].compactMap { $0 }.min()
    }
}
