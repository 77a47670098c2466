extension Migration {
    /// The committed model calls of a turn, so that an interrupted turn goes on where it stood.
    static let m0020_run_steps = Migration(
        id: "0020_run_steps",
        up: [
            """
            CREATE TABLE run_steps (
              run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              step INTEGER NOT NULL,
              wakeup_id TEXT,
              provider TEXT NOT NULL,
              model TEXT NOT NULL,
              text TEXT NOT NULL DEFAULT '',
              tool_calls_json TEXT NOT NULL DEFAULT '[]',
              results_json TEXT NOT NULL DEFAULT '[]',
              prompt_tokens INTEGER NOT NULL DEFAULT 0,
              completion_tokens INTEGER NOT NULL DEFAULT 0,
              cache_read_tokens INTEGER NOT NULL DEFAULT 0,
              cost_usd TEXT NOT NULL DEFAULT '0',
              finish_reason TEXT,
              started_at INTEGER NOT NULL,
              ended_at INTEGER NOT NULL,
              PRIMARY KEY (run_id, step)
            )
            """,
            "CREATE INDEX idx_run_steps_wakeup ON run_steps (wakeup_id, run_id)",
        ],
        down: [
            "DROP TABLE run_steps"
        ])
}
