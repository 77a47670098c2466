extension Migration {
    /// How budgets stand month by month, and what is set aside from them for model calls that are under way.
    static let m0037_budgets = Migration(
        id: "0037_budgets",
        up: [
            """
            CREATE TABLE budget_periods (
              policy_id TEXT NOT NULL REFERENCES budget_policies (id) ON DELETE CASCADE,
              period_start INTEGER NOT NULL,
              cap_nano INTEGER NOT NULL,
              spent_nano INTEGER NOT NULL DEFAULT 0 CHECK (spent_nano >= 0),
              reserved_nano INTEGER NOT NULL DEFAULT 0 CHECK (reserved_nano >= 0),
              warned_at INTEGER,
              exceeded_at INTEGER,
              PRIMARY KEY (policy_id, period_start)
            )
            """,
            """
            CREATE TRIGGER budget_periods_cap BEFORE UPDATE OF reserved_nano ON budget_periods
            WHEN NEW.reserved_nano > OLD.reserved_nano AND NEW.spent_nano + NEW.reserved_nano > NEW.cap_nano
            BEGIN SELECT RAISE(ABORT, 'a reservation would pass the budget'); END
            """,
            """
            CREATE TRIGGER budget_periods_cap_insert BEFORE INSERT ON budget_periods
            WHEN NEW.reserved_nano > 0 AND NEW.spent_nano + NEW.reserved_nano > NEW.cap_nano
            BEGIN SELECT RAISE(ABORT, 'a reservation would pass the budget'); END
            """,
            """
            CREATE TABLE budget_reservations (
              id TEXT NOT NULL PRIMARY KEY,
              policy_id TEXT NOT NULL REFERENCES budget_policies (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              step INTEGER NOT NULL,
              period_start INTEGER NOT NULL,
              amount_nano INTEGER NOT NULL CHECK (amount_nano >= 0),
              state TEXT NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'settled', 'released')),
              settled_nano INTEGER NOT NULL DEFAULT 0 CHECK (settled_nano >= 0),
              created_at INTEGER NOT NULL,
              ended_at INTEGER
            )
            """,
            "CREATE UNIQUE INDEX idx_budget_reservations_held ON budget_reservations (run_id, policy_id) WHERE state = 'held'",
            "CREATE INDEX idx_budget_reservations_run ON budget_reservations (run_id)",
            "CREATE INDEX idx_budget_reservations_policy ON budget_reservations (policy_id, period_start)",
            "CREATE INDEX idx_budget_reservations_company ON budget_reservations (company_id)",
            """
            CREATE INDEX idx_budget_ledger_entries_listed ON budget_ledger_entries (company_id, scope_kind, created_at, id)
            """,
            "ALTER TABLE budget_policies ADD COLUMN client_key TEXT",
            """
            CREATE UNIQUE INDEX idx_budget_policies_client_key ON budget_policies (company_id, client_key)
            WHERE client_key IS NOT NULL
            """,
        ],
        down: [
            "DROP INDEX idx_budget_policies_client_key",
            "ALTER TABLE budget_policies DROP COLUMN client_key",
            "DROP INDEX idx_budget_ledger_entries_listed",
            "DROP TABLE budget_reservations",
            "DROP TABLE budget_periods",
        ])
}
