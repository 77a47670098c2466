package import Domain

extension WakeupRequest {
    /// Takes back the claims of this server that have brought nothing for as long as a claim holds: each is tried again, and
    /// whoever still works on it can write nothing more.
    ///
    /// One that cannot be taken back, because of what another program has made of its rows, keeps no other work from going on: it
    /// is left as it is for an hour.
    ///
    /// - Returns: What was taken back, and what could not be, with the reason.
    /// - Throws: ``StoreError``.
    package static func takeBackLapsed(
        epoch: Int, in transaction: any Transaction
    ) throws -> (taken: [WakeupRequest], stuck: [(work: WakeupRequest, reason: String)]) {
        let lapsed = try transaction.select(
            WakeupRequest.self,
            """
            WHERE status = \(WakeupStatus.processing) AND lease_owner = \(epoch) AND lease_expires_at <= \(transaction.now)
            """)
        var (taken, stuck): ([WakeupRequest], [(work: WakeupRequest, reason: String)]) = ([], [])
        for work in lapsed {
            let ending = RunEnding.failed(
                .stalled, message: "Nothing came of it for as long as a claim holds; it was taken back.", partial: "",
                retryAt: work.failureCount < 3 ? transaction.now : nil)
            do {
                try work.end(as: ending, in: transaction)
                taken.append(work)
            } catch let error where (error as? StoreError)?.isOfStorage != true {
                stuck.append((work, "\(error)"))
                try transaction.execute(
                    """
                    UPDATE agent_wakeup_requests SET lease_expires_at = \(transaction.now + .seconds(3600)) WHERE id = \(work.id)
                    """)
            }
        }
        return (taken, stuck)
    }

    /// Ends claimed work of which nothing is known but what is stored, all of it or not at all.
    func end(as ending: RunEnding, in transaction: any Transaction) throws {
        try transaction.attempt {
            let run = try Run.running(for: id, in: transaction)
            let totals =
                try ending == .interrupted
                ? run?.totalsWithLostCall(of: self, in: transaction) : run?.totalsWithCall(in: transaction)
            try Run.finish(run, of: self, as: ending, totals: totals ?? RunTotals(), message: nil, in: transaction)
        }
    }

    /// When the first claim of this server lapses unless there is progress.
    package static func nextLapse(epoch: Int, in transaction: any Transaction) throws -> Timestamp? {
        try transaction.value(
            """
            SELECT min(lease_expires_at) FROM agent_wakeup_requests
            WHERE status = \(WakeupStatus.processing) AND lease_owner = \(epoch)
            """)
    }
}
