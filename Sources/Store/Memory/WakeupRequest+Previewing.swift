package import Domain

extension WakeupRequest {
    /// The work that waits or goes on in a thread, the most urgent first.
    package static func next(
        in thread: Thread, for employee: Employee.ID?, cause: WakeupCause?, _ transaction: any Transaction
    ) throws -> WakeupRequest? {
        var condition: SQL = """
            WHERE company_id = \(thread.companyID) AND status IN ('pending', 'processing') AND cause <> \(WakeupCause.digest)
              AND (thread_id = \(thread.id) OR (thread_id IS NULL AND ticket_id IS NOT NULL AND ticket_id IS \(thread.ticketID)))
            """
        if let employee { condition = condition + "AND agent_id = \(employee)" }
        if let cause { condition = condition + "AND cause = \(cause)" }
        return try transaction.select(
            WakeupRequest.self, condition + "ORDER BY status = 'pending', priority * 60000 - scheduled_for DESC, id LIMIT 1"
        ).first
    }
}
