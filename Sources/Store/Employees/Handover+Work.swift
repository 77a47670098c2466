import Domain

extension Handover {
    /// Takes back what has not begun, and tells what that was.
    func takeBackWork(in transaction: any Transaction) throws -> [WakeupRequest] {
        let waiting = try transaction.select(
            WakeupRequest.self, "WHERE agent_id = \(leaver.id) AND status = 'pending' ORDER BY id")
        for work in waiting { try work.cancel(reason: reason, in: transaction) }
        return waiting
    }

    /// Ends what goes on, the one way in which runs end; whoever does it has lost the claim and can write nothing more.
    func endWork(in transaction: any Transaction) throws -> [WakeupRequest] {
        let going = try transaction.select(
            WakeupRequest.self, "WHERE agent_id = \(leaver.id) AND status = 'processing' ORDER BY id")
        for work in going {
            let run = try Run.running(for: work.id, in: transaction)
            try Run.finish(
                run, of: work, as: .cancelled(reason), totals: run?.totals ?? RunTotals(), message: nil, in: transaction)
        }
        // What no claim accounts for.
        try transaction.execute(
            """
            UPDATE ticket_checkouts SET status = \(CheckoutStatus.released), released_at = \(transaction.now),
              release_reason = 'departed', updated_at = \(transaction.now)
            WHERE employee_id = \(leaver.id) AND status = \(CheckoutStatus.active)
            """)
        return going
    }

    /// Somebody else's provider sums the thread up.
    func askForDigest(_ work: WakeupRequest, in transaction: any Transaction) throws {
        guard let id = work.threadID, let thread = try transaction.find(Thread.self, id) else { return }
        try thread.requestDigest(in: transaction)
    }
}

extension WakeupRequest {
    /// Where people wait for what comes of the work.
    var talkThread: Thread.ID? { cause == .digest || cause.isOfMeeting ? nil : threadID }
}
