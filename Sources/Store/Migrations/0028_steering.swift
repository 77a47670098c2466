extension Migration {
    /// Steering: who asked for work to be stopped, words for a turn that goes on, messages that others took the place of, and
    /// conversations that branch off from another.
    static let m0028_steering = Migration(
        id: "0028_steering",
        up: [
            """
            CREATE TABLE work_stops (
              wakeup_id TEXT NOT NULL PRIMARY KEY REFERENCES agent_wakeup_requests (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              asked_by TEXT NOT NULL,
              discards INTEGER NOT NULL DEFAULT 0,
              asked_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_work_stops_company ON work_stops (company_id)",
            """
            CREATE TABLE run_guidance (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              run_id TEXT NOT NULL,
              wakeup_id TEXT NOT NULL,
              thread_id TEXT NOT NULL,
              message_id TEXT NOT NULL,
              author_id TEXT NOT NULL,
              content TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'taken', 'message', 'dropped')),
              taken_run_id TEXT,
              taken_step INTEGER,
              created_at INTEGER NOT NULL,
              settled_at INTEGER,
              client_key TEXT
            )
            """,
            "CREATE INDEX idx_run_guidance_company ON run_guidance (company_id)",
            "CREATE INDEX idx_run_guidance_wakeup ON run_guidance (wakeup_id, created_at, id)",
            "CREATE INDEX idx_run_guidance_message ON run_guidance (message_id)",
            "CREATE INDEX idx_run_guidance_run ON run_guidance (run_id, created_at, id)",
            """
            CREATE UNIQUE INDEX idx_run_guidance_client_key ON run_guidance (run_id, client_key) WHERE client_key IS NOT NULL
            """,
            "ALTER TABLE runs ADD COLUMN streaming_since INTEGER",
            "ALTER TABLE messages ADD COLUMN superseded_at INTEGER",
            "ALTER TABLE messages ADD COLUMN superseded_by TEXT",
            "ALTER TABLE threads ADD COLUMN forked_from_thread_id TEXT",
            "ALTER TABLE threads ADD COLUMN forked_from_message_id TEXT",
        ],
        down: [
            "ALTER TABLE threads DROP COLUMN forked_from_message_id",
            "ALTER TABLE threads DROP COLUMN forked_from_thread_id",
            "ALTER TABLE messages DROP COLUMN superseded_by",
            "ALTER TABLE messages DROP COLUMN superseded_at",
            "ALTER TABLE runs DROP COLUMN streaming_since",
            "DROP TABLE run_guidance",
            "DROP TABLE work_stops",
        ])
}
