extension Migration {
    /// Takes away the indexes that ``m0022_queue_order`` made needless: the planner preferred them and read all that waits
    /// to find what is due next.
    static let m0023_claim_indexes = Migration(
        id: "0023_claim_indexes",
        up: [
            "DROP INDEX idx_agent_wakeup_requests_claim",
            "DROP INDEX idx_agent_wakeup_requests_lease",
        ],
        down: [
            """
            CREATE INDEX idx_agent_wakeup_requests_lease
            ON agent_wakeup_requests (lease_expires_at) WHERE status = 'processing'
            """,
            """
            CREATE INDEX idx_agent_wakeup_requests_claim
            ON agent_wakeup_requests (status, company_id, priority DESC, scheduled_for)
            """,
        ])
}
