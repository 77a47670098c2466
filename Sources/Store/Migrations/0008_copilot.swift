extension Migration {
    /// The copilot's insights and the history of commands.
    static let m0008_copilot = Migration(
        id: "0008_copilot",
        up: [
            """
            CREATE TABLE copilot_insights (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              category TEXT NOT NULL CHECK (category IN ('operational', 'cost', 'org', 'workflow', 'anomaly')),
              severity TEXT NOT NULL CHECK (severity IN ('critical', 'warning', 'info')),
              title TEXT NOT NULL,
              detail TEXT NOT NULL,
              action_suggestion TEXT,
              action_intent TEXT,
              action_entities_json TEXT,
              dismissed_at INTEGER,
              created_at INTEGER NOT NULL,
              expires_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_insights_company_active ON copilot_insights (company_id, dismissed_at, expires_at)",
            """
            CREATE TABLE command_history (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              actor_id TEXT NOT NULL,
              text TEXT NOT NULL,
              intent TEXT NOT NULL,
              entities_json TEXT NOT NULL,
              executed_at TEXT NOT NULL,
              outcome TEXT NOT NULL,
              result_id TEXT
            )
            """,
            "CREATE INDEX idx_command_history_company_executed ON command_history (company_id, executed_at)",
        ],
        down: [
            "DROP TABLE command_history",
            "DROP TABLE copilot_insights",
        ])
}
