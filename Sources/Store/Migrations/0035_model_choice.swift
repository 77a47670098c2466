extension Migration {
    /// Calls that a provider did not take, and a privacy cap of an employee's own, by which their work waits in a line of its own.
    static let m0035_model_choice = Migration(
        id: "0035_model_choice",
        up: [
            """
            CREATE TABLE run_attempts (
              run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              place INTEGER NOT NULL,
              step INTEGER NOT NULL,
              provider_id TEXT NOT NULL,
              provider TEXT NOT NULL,
              model TEXT NOT NULL,
              error_class TEXT NOT NULL,
              error TEXT NOT NULL,
              next_provider_id TEXT NOT NULL,
              failed_at INTEGER NOT NULL,
              PRIMARY KEY (run_id, place)
            )
            """,
            """
            ALTER TABLE employees ADD COLUMN max_privacy_tier TEXT
              CHECK (max_privacy_tier IN ('local', 'open-source-cloud', 'proprietary-cloud'))
            """,
            "DROP TRIGGER trg_employees_provider_pref",
            """
            CREATE TRIGGER trg_employees_provider_pref AFTER UPDATE OF provider_pref, max_privacy_tier ON employees
            BEGIN
              UPDATE agent_wakeup_requests
              SET provider_pref = coalesce(NEW.provider_pref, '') || coalesce('<=' || NEW.max_privacy_tier, '')
              WHERE agent_id = NEW.id AND status IN ('pending', 'processing');
            END
            """,
        ],
        down: [
            "DROP TRIGGER trg_employees_provider_pref",
            "ALTER TABLE employees DROP COLUMN max_privacy_tier",
            """
            CREATE TRIGGER trg_employees_provider_pref AFTER UPDATE OF provider_pref ON employees
            BEGIN
              UPDATE agent_wakeup_requests SET provider_pref = coalesce(NEW.provider_pref, '')
              WHERE agent_id = NEW.id AND status IN ('pending', 'processing');
            END
            """,
            "DROP TABLE run_attempts",
        ])
}
