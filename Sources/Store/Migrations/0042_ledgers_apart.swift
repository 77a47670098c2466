extension Migration {
    /// What of a run that is booked is billed, what is notional and what is unknown; what budgets have spent is what is billed.
    ///
    /// Of older entries it is told by the ledger of their runs, and the notional ones are taken out of the month that goes on.
    /// Runs and their calls know the row of their provider, since two may be of one kind; of older ones it is told by their work,
    /// where that was last done by one of their kind.
    static let m0042_ledgers_apart = Migration(
        id: "0042_ledgers_apart",
        up: [
            "ALTER TABLE runs ADD COLUMN provider_id TEXT",
            "ALTER TABLE run_steps ADD COLUMN provider_id TEXT",
            """
            UPDATE runs SET provider_id = (
              SELECT p.id FROM agent_wakeup_requests w JOIN providers p ON p.id = w.provider_id
              WHERE w.id = runs.wakeup_id AND p.kind = runs.provider
            )
            """,
            """
            UPDATE run_steps SET provider_id = (
              SELECT r.provider_id FROM runs r WHERE r.id = run_steps.run_id AND r.provider = run_steps.provider
            )
            """,
            "ALTER TABLE budget_ledger_entries ADD COLUMN billed_calls INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE budget_ledger_entries ADD COLUMN notional_usd TEXT NOT NULL DEFAULT '0'",
            "ALTER TABLE budget_ledger_entries ADD COLUMN notional_calls INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE budget_ledger_entries ADD COLUMN unknown_calls INTEGER NOT NULL DEFAULT 0",
            """
            UPDATE budget_ledger_entries SET
              amount_usd = CASE told.kind WHEN 'billed' THEN amount_usd ELSE '0' END,
              billed_calls = CASE told.kind WHEN 'billed' THEN told.calls ELSE 0 END,
              notional_usd = CASE told.kind WHEN 'notional' THEN amount_usd ELSE '0' END,
              notional_calls = CASE told.kind WHEN 'notional' THEN told.calls ELSE 0 END,
              unknown_calls = CASE told.kind WHEN 'unknown' THEN told.calls ELSE 0 END
            FROM (
              SELECT r.id AS run, r.cost_kind AS kind,
                CASE WHEN r.prompt_tokens = 0 AND r.completion_tokens = 0 AND r.cost_usd = '0' THEN 0
                  ELSE max(1, (SELECT count(*) FROM run_steps s WHERE s.run_id = r.id)) END AS calls
              FROM runs r
            ) AS told WHERE told.run = budget_ledger_entries.run_id
            """,
            """
            UPDATE budget_periods SET spent_nano = max(0, spent_nano - (
              SELECT coalesce(sum(CAST(l.notional_usd AS INTEGER) * 1000000000 + CASE instr(l.notional_usd, '.') WHEN 0 THEN 0
                ELSE CAST(substr(substr(l.notional_usd, instr(l.notional_usd, '.') + 1) || '000000000', 1, 9) AS INTEGER) END), 0)
              FROM budget_ledger_entries l JOIN budget_policies p ON p.id = budget_periods.policy_id
              WHERE l.company_id = p.company_id AND l.scope_kind = p.scope_kind AND l.scope_ref_id = p.scope_ref_id
                AND l.occurred_at >= budget_periods.period_start
            ))
            WHERE NOT EXISTS (
              SELECT 1 FROM budget_periods later
              WHERE later.policy_id = budget_periods.policy_id AND later.period_start > budget_periods.period_start
            )
            """,
            // What was said of a month because of notional use is said anew when it is true of what is billed.
            """
            UPDATE budget_periods SET warned_at = NULL
            WHERE warned_at IS NOT NULL AND spent_nano * 100 < cap_nano * (
              SELECT warning_threshold_pct FROM budget_policies p WHERE p.id = budget_periods.policy_id
            )
            """,
            "UPDATE budget_periods SET exceeded_at = NULL WHERE exceeded_at IS NOT NULL AND spent_nano < cap_nano",
            // Budgets of routines and profiles put their work off until the next month; it is tried, and put off again if it must be.
            """
            UPDATE agent_wakeup_requests SET next_retry_at = NULL
            WHERE status = 'pending' AND next_retry_at - updated_at > 86400000 AND company_id IN (
              SELECT company_id FROM budget_policies WHERE scope_kind IN ('routine', 'runtime-profile')
            )
            """,
        ],
        down: [
            "UPDATE budget_ledger_entries SET amount_usd = (SELECT cost_usd FROM runs WHERE runs.id = budget_ledger_entries.run_id)",
            "ALTER TABLE budget_ledger_entries DROP COLUMN unknown_calls",
            "ALTER TABLE budget_ledger_entries DROP COLUMN notional_calls",
            "ALTER TABLE budget_ledger_entries DROP COLUMN notional_usd",
            "ALTER TABLE budget_ledger_entries DROP COLUMN billed_calls",
            "ALTER TABLE run_steps DROP COLUMN provider_id",
            "ALTER TABLE runs DROP COLUMN provider_id",
        ])
}
