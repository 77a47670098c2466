package import Domain

extension WakeupRequest {
    /// Takes back the claims of this server that have brought nothing for as long as a claim holds: each is tried again, and
    /// whoever still works on it can write nothing more.
    ///
    /// - Returns: What was taken back.
    /// - Throws: ``StoreError``.
    package static func takeBackLapsed(epoch: Int, in transaction: any Transaction) throws -> [WakeupRequest] {
        let lapsed = try transaction.select(
            WakeupRequest.self,
            """
            WHERE status = \(WakeupStatus.processing) AND lease_owner = \(epoch) AND lease_expires_at <= \(transaction.now)
            """)
        for work in lapsed {
            let run = try Run.running(for: work.id, in: transaction)
            try Run.finish(
                run, of: work,
                as: .failed(
                    .stalled, message: "Nothing came of it for as long as a claim holds; it was taken back.", partial: "",
                    retryAt: work.failureCount < 3 ? transaction.now : nil), totals: run?.totals ?? RunTotals(), message: nil,
                in: transaction)
        }
        return lapsed
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
