extension Migration {
    /// In which ledger the cost of a run and of each of its calls stands.
    ///
    /// Of older rows it is told by whether there was a price, and by the kind of the provider: what `openai-compatible` servers on
    /// this machine did then counts as billed.
    static let m0038_cost_kinds = Migration(
        id: "0038_cost_kinds",
        up: [
            """
            ALTER TABLE runs ADD COLUMN cost_kind TEXT NOT NULL DEFAULT 'billed'
              CHECK (cost_kind IN ('billed', 'notional', 'unknown'))
            """,
            """
            ALTER TABLE run_steps ADD COLUMN cost_kind TEXT NOT NULL DEFAULT 'billed'
              CHECK (cost_kind IN ('billed', 'notional', 'unknown'))
            """,
            """
            UPDATE runs SET cost_kind = CASE WHEN provider IN ('practice', 'ollama') THEN 'notional' ELSE 'unknown' END
            WHERE provider IN ('practice', 'ollama') OR price_known = 0
            """,
            """
            UPDATE run_steps SET cost_kind = CASE WHEN provider IN ('practice', 'ollama') THEN 'notional' ELSE 'unknown' END
            WHERE provider IN ('practice', 'ollama')
              OR (SELECT price_known FROM runs WHERE runs.id = run_steps.run_id) = 0
            """,
            "CREATE INDEX idx_runs_company_begun ON runs (company_id, started_at)",
        ],
        down: [
            "DROP INDEX idx_runs_company_begun",
            "ALTER TABLE run_steps DROP COLUMN cost_kind",
            "ALTER TABLE runs DROP COLUMN cost_kind",
        ])
}
