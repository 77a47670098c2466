extension Migration {
    /// What outlasts a run: digests, checkpoints and leases on tickets.
    static let m0013_memory = Migration(
        id: "0013_memory",
        up: [
            """
            CREATE TABLE thread_digests (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              thread_id TEXT NOT NULL UNIQUE REFERENCES threads (id) ON DELETE CASCADE,
              summary TEXT NOT NULL,
              pinned_facts_json TEXT NOT NULL DEFAULT '[]',
              last_summarized_message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
              estimated_tokens INTEGER NOT NULL DEFAULT 0,
              freshness TEXT NOT NULL DEFAULT 'stale',
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_thread_digests_company ON thread_digests (company_id)",
            "CREATE INDEX idx_thread_digests_last_message ON thread_digests (last_summarized_message_id)",
            """
            CREATE TABLE run_checkpoints (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
              run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
              employee_id TEXT REFERENCES employees (id) ON DELETE SET NULL,
              checkpoint_kind TEXT NOT NULL,
              objective TEXT,
              progress_summary TEXT NOT NULL,
              blockers_json TEXT NOT NULL DEFAULT '[]',
              next_action TEXT,
              active_artifact_refs_json TEXT NOT NULL DEFAULT '[]',
              unresolved_approval_refs_json TEXT NOT NULL DEFAULT '[]',
              resume_origin_json TEXT,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_run_checkpoints_company_created ON run_checkpoints (company_id, created_at)",
            "CREATE INDEX idx_run_checkpoints_thread_created ON run_checkpoints (thread_id, created_at)",
            "CREATE INDEX idx_run_checkpoints_run ON run_checkpoints (run_id)",
            "CREATE INDEX idx_run_checkpoints_employee ON run_checkpoints (employee_id)",
            """
            CREATE TABLE ticket_checkouts (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              runtime_session_id TEXT REFERENCES runtime_sessions (id) ON DELETE SET NULL,
              run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
              status TEXT NOT NULL DEFAULT 'active',
              claimed_at INTEGER NOT NULL,
              last_heartbeat_at INTEGER,
              expires_at INTEGER NOT NULL,
              released_at INTEGER,
              release_reason TEXT,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_ticket_checkouts_company_status ON ticket_checkouts (company_id, status)",
            "CREATE INDEX idx_ticket_checkouts_ticket_claimed ON ticket_checkouts (ticket_id, claimed_at)",
            "CREATE INDEX idx_ticket_checkouts_employee_status ON ticket_checkouts (employee_id, status)",
            "CREATE INDEX idx_ticket_checkouts_status_expires ON ticket_checkouts (status, expires_at)",
            "CREATE INDEX idx_ticket_checkouts_session ON ticket_checkouts (runtime_session_id)",
            "CREATE INDEX idx_ticket_checkouts_run ON ticket_checkouts (run_id)",
            "CREATE UNIQUE INDEX idx_ticket_checkouts_active ON ticket_checkouts (ticket_id) WHERE status = 'active'",
        ],
        down: [
            "DROP TABLE ticket_checkouts",
            "DROP TABLE run_checkpoints",
            "DROP TABLE thread_digests",
        ])
}
