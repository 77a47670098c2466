extension Migration {
    /// Meetings.
    static let m0004_meetings = Migration(
        id: "0004_meetings",
        up: [
            """
            CREATE TABLE meetings (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              thread_id TEXT NOT NULL REFERENCES threads (id),
              chair_id TEXT NOT NULL REFERENCES employees (id),
              agenda TEXT NOT NULL DEFAULT '',
              mode TEXT NOT NULL DEFAULT 'round-robin',
              status TEXT NOT NULL DEFAULT 'active',
              minutes_md TEXT,
              attendees_json TEXT NOT NULL DEFAULT '[]',
              action_items_json TEXT NOT NULL DEFAULT '[]',
              started_at INTEGER NOT NULL,
              ended_at INTEGER
            )
            """,
            "CREATE INDEX idx_meetings_company_status ON meetings (company_id, status)",
            "CREATE INDEX idx_meetings_thread ON meetings (thread_id)",
            "CREATE INDEX idx_meetings_chair ON meetings (chair_id)",
        ],
        down: [
            "DROP TABLE meetings"
        ])
}
