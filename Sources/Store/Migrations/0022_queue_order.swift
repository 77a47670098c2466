extension Migration {
    /// Indexes in the order in which the dispatcher takes work.
    ///
    /// Work grows more urgent by one step of priority a minute, so its place among other work never changes and can be
    /// indexed: priority in minutes less the moment it was due.
    static let m0022_queue_order = Migration(
        id: "0022_queue_order",
        up: [
            """
            CREATE INDEX idx_wakeups_urgency ON agent_wakeup_requests (company_id, priority * 60000 - scheduled_for DESC, id)
            WHERE status = 'pending'
            """,
            "CREATE INDEX idx_wakeups_scheduled ON agent_wakeup_requests (scheduled_for) WHERE status = 'pending'",
            """
            CREATE INDEX idx_wakeups_retry ON agent_wakeup_requests (next_retry_at)
            WHERE status = 'pending' AND next_retry_at IS NOT NULL
            """,
            "CREATE INDEX idx_wakeups_claimed ON agent_wakeup_requests (agent_id) WHERE status = 'processing'",
        ],
        down: [
            "DROP INDEX idx_wakeups_claimed", "DROP INDEX idx_wakeups_retry", "DROP INDEX idx_wakeups_scheduled",
            "DROP INDEX idx_wakeups_urgency",
        ])
}
