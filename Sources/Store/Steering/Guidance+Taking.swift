package import Domain

extension Guidance {
    /// What waits for the work, which the run's model call of this number will know of, the oldest first.
    ///
    /// - Throws: ``StoreError``.
    package static func take(
        for work: WakeupRequest, run: Run.ID, step: Int, in transaction: any Transaction
    ) throws -> [Guidance] {
        let waiting = try transaction.select(
            Guidance.self, "WHERE wakeup_id = \(work.id) AND status = \(GuidanceStatus.waiting) ORDER BY created_at, id")
        guard !waiting.isEmpty else { return [] }
        try transaction.execute(
            """
            UPDATE run_guidance SET status = \(GuidanceStatus.taken), taken_run_id = \(run), taken_step = \(step),
              settled_at = \(transaction.now) WHERE wakeup_id = \(work.id) AND status = \(GuidanceStatus.waiting)
            """)
        return waiting
    }

    /// Notes that the run, which goes on with the work, knows of all that was given: also of what an earlier one had taken up
    /// for a call that came to nothing.
    ///
    /// - Throws: ``StoreError``.
    package static func takeAgain(for work: WakeupRequest, run: Run.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE run_guidance SET status = \(GuidanceStatus.taken), taken_run_id = \(run), taken_step = 0,
              settled_at = coalesce(settled_at, \(transaction.now))
            WHERE wakeup_id = \(work.id) AND status IN (\(GuidanceStatus.waiting), \(GuidanceStatus.taken)) AND NOT EXISTS (
              SELECT 1 FROM run_steps s WHERE s.run_id = run_guidance.taken_run_id AND s.step = run_guidance.taken_step)
            """)
    }

    /// What was said to the work, in the order in which it takes it up: what waits comes last.
    ///
    /// - Throws: ``StoreError``.
    package static func given(to work: WakeupRequest.ID, in transaction: any Transaction) throws -> [Guidance] {
        try transaction.select(
            """
            WHERE wakeup_id = \(work) AND status IN (\(GuidanceStatus.waiting), \(GuidanceStatus.taken))
            ORDER BY settled_at IS NULL, settled_at, created_at, id
            """)
    }
}
