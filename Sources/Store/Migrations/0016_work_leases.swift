extension Migration {
    /// Leases and fences: who works on what, until when, and whose result still counts.
    ///
    /// Rows that are there already get the cause and the company that can be told from them.
    static let m0016_work_leases = Migration(
        id: "0016_work_leases",
        up: [
            "ALTER TABLE agent_wakeup_requests ADD COLUMN cause TEXT NOT NULL DEFAULT 'manual'",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN dedupe_key TEXT",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN thread_id TEXT",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN ticket_id TEXT",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN lease_owner INTEGER",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN lease_expires_at INTEGER",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN fence INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN cause_chain_json TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE agent_wakeup_requests ADD COLUMN last_error TEXT",
            """
            UPDATE agent_wakeup_requests SET cause = CASE trigger_type
              WHEN 'routine' THEN 'routine'
              WHEN 'schedule' THEN 'schedule'
              WHEN 'ticket_assigned' THEN 'assignment'
              WHEN 'goal_decomposed' THEN 'goal'
              ELSE 'manual'
            END
            """,
            """
            CREATE UNIQUE INDEX idx_agent_wakeup_requests_dedupe
            ON agent_wakeup_requests (agent_id, dedupe_key) WHERE dedupe_key IS NOT NULL AND status = 'pending'
            """,
            """
            CREATE INDEX idx_agent_wakeup_requests_claim
            ON agent_wakeup_requests (status, company_id, priority DESC, scheduled_for)
            """,
            """
            CREATE INDEX idx_agent_wakeup_requests_lease
            ON agent_wakeup_requests (lease_expires_at) WHERE status = 'processing'
            """,
            "CREATE INDEX idx_agent_wakeup_requests_ticket ON agent_wakeup_requests (ticket_id)",
            "CREATE INDEX idx_agent_wakeup_requests_thread ON agent_wakeup_requests (thread_id)",
            "ALTER TABLE ticket_checkouts ADD COLUMN fence INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE runs ADD COLUMN company_id TEXT",
            "ALTER TABLE runs ADD COLUMN ticket_id TEXT",
            "ALTER TABLE runs ADD COLUMN wakeup_id TEXT",
            "ALTER TABLE runs ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1",
            "ALTER TABLE runs ADD COLUMN lease_epoch INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE runs ADD COLUMN error_class TEXT",
            "ALTER TABLE runs ADD COLUMN price_known INTEGER NOT NULL DEFAULT 1",
            "UPDATE runs SET company_id = (SELECT employees.company_id FROM employees WHERE employees.id = runs.employee_id)",
            "CREATE INDEX idx_runs_company_started ON runs (company_id, started_at)",
            "CREATE INDEX idx_runs_ticket ON runs (ticket_id)",
            "CREATE INDEX idx_runs_wakeup ON runs (wakeup_id)",
        ],
        down: [
            "DROP INDEX idx_runs_wakeup",
            "DROP INDEX idx_runs_ticket",
            "DROP INDEX idx_runs_company_started",
            "ALTER TABLE runs DROP COLUMN price_known",
            "ALTER TABLE runs DROP COLUMN error_class",
            "ALTER TABLE runs DROP COLUMN lease_epoch",
            "ALTER TABLE runs DROP COLUMN attempt",
            "ALTER TABLE runs DROP COLUMN wakeup_id",
            "ALTER TABLE runs DROP COLUMN ticket_id",
            "ALTER TABLE runs DROP COLUMN company_id",
            "ALTER TABLE ticket_checkouts DROP COLUMN fence",
            "DROP INDEX idx_agent_wakeup_requests_thread",
            "DROP INDEX idx_agent_wakeup_requests_ticket",
            "DROP INDEX idx_agent_wakeup_requests_lease",
            "DROP INDEX idx_agent_wakeup_requests_claim",
            "DROP INDEX idx_agent_wakeup_requests_dedupe",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN last_error",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN cause_chain_json",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN fence",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN lease_expires_at",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN lease_owner",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN ticket_id",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN thread_id",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN dedupe_key",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN cause",
        ])
}
