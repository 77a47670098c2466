extension Migration {
    /// What a meeting needs to be led, and to go on where it was: its pointer, its limits, what it has brought so far, and a row
    /// for each turn.
    ///
    /// A meeting that was on before had nobody who led it; it is over.
    static let m0031_meetings = Migration(
        id: "0031_meetings",
        up: [
            "UPDATE meetings SET status = 'ended', ended_at = coalesce(ended_at, started_at) WHERE status = 'active'",
            "ALTER TABLE meetings ADD COLUMN active_in TEXT",
            "ALTER TABLE meetings ADD COLUMN phase TEXT NOT NULL DEFAULT 'opening'",
            "ALTER TABLE meetings ADD COLUMN round INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE meetings ADD COLUMN speaker_id TEXT",
            "ALTER TABLE meetings ADD COLUMN turns_used INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE meetings ADD COLUMN cost_usd TEXT NOT NULL DEFAULT '0'",
            "ALTER TABLE meetings ADD COLUMN limits_json TEXT NOT NULL DEFAULT '{}'",
            "ALTER TABLE meetings ADD COLUMN deadline_at INTEGER",
            "ALTER TABLE meetings ADD COLUMN tickets_at_once INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE meetings ADD COLUMN goal_id TEXT",
            "ALTER TABLE meetings ADD COLUMN decisions_json TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE meetings ADD COLUMN positions_json TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE meetings ADD COLUMN departures_json TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE meetings ADD COLUMN requests_json TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE meetings ADD COLUMN is_end_wanted INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE meetings ADD COLUMN end_reason TEXT",
            "ALTER TABLE meetings ADD COLUMN closing_words TEXT",
            "ALTER TABLE meetings ADD COLUMN minutes_file_id TEXT",
            "ALTER TABLE meetings ADD COLUMN client_key TEXT",
            "UPDATE meetings SET phase = 'ended'",
            "CREATE UNIQUE INDEX idx_meetings_active ON meetings (active_in) WHERE active_in IS NOT NULL",
            "CREATE UNIQUE INDEX idx_meetings_client_key ON meetings (company_id, client_key) WHERE client_key IS NOT NULL",
            """
            CREATE TABLE meeting_turns (
              id TEXT PRIMARY KEY NOT NULL,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
              number INTEGER NOT NULL,
              phase TEXT NOT NULL,
              round INTEGER NOT NULL DEFAULT 0,
              employee_id TEXT NOT NULL,
              reason TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'speaking',
              question TEXT,
              answers_id TEXT,
              gives_to TEXT,
              gives_question TEXT,
              closes_discussion INTEGER NOT NULL DEFAULT 0,
              is_pass INTEGER NOT NULL DEFAULT 0,
              wakeup_id TEXT,
              run_id TEXT,
              message_id TEXT,
              started_at INTEGER NOT NULL,
              ended_at INTEGER
            )
            """,
            "CREATE UNIQUE INDEX idx_meeting_turns_number ON meeting_turns (meeting_id, number)",
            "CREATE UNIQUE INDEX idx_meeting_turns_floor ON meeting_turns (meeting_id) WHERE status = 'speaking'",
            "CREATE INDEX idx_meeting_turns_wakeup ON meeting_turns (wakeup_id)",
            "CREATE INDEX idx_meeting_turns_company ON meeting_turns (company_id)",
        ],
        down: [
            "DROP TABLE meeting_turns",
            "DROP INDEX idx_meetings_client_key",
            "DROP INDEX idx_meetings_active",
        ]
            + [
                "client_key", "minutes_file_id", "closing_words", "end_reason", "is_end_wanted", "requests_json",
                "departures_json", "positions_json", "decisions_json", "goal_id", "tickets_at_once", "deadline_at",
                "limits_json", "cost_usd", "turns_used", "speaker_id", "round", "phase", "active_in",
            ].map { "ALTER TABLE meetings DROP COLUMN \($0)" })
}
