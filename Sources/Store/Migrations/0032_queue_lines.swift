extension Migration {
    /// Work waits in a line of its own for each provider that employees of a company want, so that work whose provider is full
    /// need not be looked at, however much of it there is; failures are counted apart from other ends of an attempt; and a
    /// skip knows when it was last told.
    static let m0032_queue_lines = Migration(
        id: "0032_queue_lines",
        up: [
            "ALTER TABLE agent_wakeup_requests ADD COLUMN provider_pref TEXT NOT NULL DEFAULT ''",
            """
            UPDATE agent_wakeup_requests
            SET provider_pref = coalesce((SELECT provider_pref FROM employees WHERE id = agent_id), '')
            WHERE status IN ('pending', 'processing')
            """,
            """
            CREATE TRIGGER trg_employees_provider_pref AFTER UPDATE OF provider_pref ON employees
            BEGIN
              UPDATE agent_wakeup_requests SET provider_pref = coalesce(NEW.provider_pref, '')
              WHERE agent_id = NEW.id AND status IN ('pending', 'processing');
            END
            """,
            "ALTER TABLE agent_wakeup_requests ADD COLUMN failure_count INTEGER NOT NULL DEFAULT 0",
            """
            UPDATE agent_wakeup_requests SET failure_count = attempt_count, max_attempts = 40
            WHERE status IN ('pending', 'processing')
            """,
            "CREATE INDEX idx_wakeups_once ON agent_wakeup_requests (agent_id, dedupe_key)",
            "ALTER TABLE work_skips ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0",
            "UPDATE work_skips SET told_at = last_at",
            "DROP INDEX idx_wakeups_urgency",
            """
            CREATE INDEX idx_wakeups_line
            ON agent_wakeup_requests (company_id, provider_pref, priority * 60000 - scheduled_for DESC, id)
            WHERE status = 'pending'
            """,
        ],
        down: [
            "DROP INDEX idx_wakeups_line",
            """
            CREATE INDEX idx_wakeups_urgency ON agent_wakeup_requests (company_id, priority * 60000 - scheduled_for DESC, id)
            WHERE status = 'pending'
            """,
            "ALTER TABLE work_skips DROP COLUMN told_at", "DROP INDEX idx_wakeups_once",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN failure_count", "DROP TRIGGER trg_employees_provider_pref",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN provider_pref",
        ])
}
