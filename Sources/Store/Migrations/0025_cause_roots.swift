extension Migration {
    /// The request that a chain of causes began with, so that all that comes of it can be counted.
    static let m0025_cause_roots = Migration(
        id: "0025_cause_roots",
        up: [
            "ALTER TABLE agent_wakeup_requests ADD COLUMN root_id TEXT",
            "CREATE INDEX idx_agent_wakeup_requests_root ON agent_wakeup_requests (root_id)",
        ],
        down: [
            "DROP INDEX idx_agent_wakeup_requests_root",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN root_id",
        ])
}
