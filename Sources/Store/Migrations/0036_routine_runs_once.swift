extension Migration {
    /// What a routine is due for is run once, whoever looks; and keys that callers choose for routines and the calendar.
    ///
    /// Of two runs of the same moment in an older database the second is kept as one of no moment.
    static let m0036_routine_runs_once = Migration(
        id: "0036_routine_runs_once",
        up: [
            """
            UPDATE routine_runs SET scheduled_for = NULL WHERE scheduled_for IS NOT NULL
              AND rowid NOT IN (SELECT min(rowid) FROM routine_runs GROUP BY routine_id, scheduled_for)
            """,
            "CREATE UNIQUE INDEX idx_routine_runs_once ON routine_runs (routine_id, scheduled_for)",
            "CREATE INDEX idx_routine_runs_unsettled ON routine_runs (routine_id) WHERE status <> 'success'",
            "CREATE INDEX idx_routines_due ON routines (next_run_at) WHERE enabled = 1 AND next_run_at IS NOT NULL",
            "ALTER TABLE routines ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_routines_client_key ON routines (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE routines ADD COLUMN put_off_for INTEGER",
            "ALTER TABLE routine_runs ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_routine_runs_client_key ON routine_runs (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE schedule_items ADD COLUMN client_key TEXT",
            """
            CREATE UNIQUE INDEX idx_schedule_items_client_key ON schedule_items (company_id, client_key)
              WHERE client_key IS NOT NULL
            """,
        ],
        down: [
            "DROP INDEX idx_schedule_items_client_key",
            "ALTER TABLE schedule_items DROP COLUMN client_key",
            "DROP INDEX idx_routine_runs_client_key",
            "ALTER TABLE routine_runs DROP COLUMN client_key",
            "ALTER TABLE routines DROP COLUMN put_off_for",
            "DROP INDEX idx_routines_client_key",
            "ALTER TABLE routines DROP COLUMN client_key",
            "DROP INDEX idx_routines_due",
            "DROP INDEX idx_routine_runs_unsettled",
            "DROP INDEX idx_routine_runs_once",
        ])
}
