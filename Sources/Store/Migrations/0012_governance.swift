extension Migration {
    /// Budgets, approvals and artifacts.
    static let m0012_governance = Migration(
        id: "0012_governance",
        up: [
            """
            CREATE TABLE budget_policies (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              scope_kind TEXT NOT NULL,
              scope_ref_id TEXT NOT NULL,
              period TEXT NOT NULL DEFAULT 'monthly',
              hard_cap_usd TEXT NOT NULL,
              warning_threshold_pct INTEGER NOT NULL DEFAULT 80,
              auto_pause INTEGER NOT NULL DEFAULT 0,
              require_approval_above_usd TEXT,
              enabled INTEGER NOT NULL DEFAULT 1,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              UNIQUE (company_id, scope_kind, scope_ref_id, period)
            )
            """,
            """
            CREATE TABLE budget_ledger_entries (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              budget_policy_id TEXT REFERENCES budget_policies (id) ON DELETE SET NULL,
              scope_kind TEXT NOT NULL,
              scope_ref_id TEXT NOT NULL,
              run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
              run_kind TEXT NOT NULL,
              thread_id TEXT,
              employee_id TEXT NOT NULL,
              runtime_profile_id TEXT,
              routine_id TEXT,
              provider TEXT NOT NULL,
              model TEXT NOT NULL,
              amount_usd TEXT NOT NULL,
              occurred_at INTEGER NOT NULL,
              created_at INTEGER NOT NULL,
              UNIQUE (scope_kind, scope_ref_id, run_id)
            )
            """,
            """
            CREATE INDEX idx_budget_ledger_entries_company_scope_occurred
            ON budget_ledger_entries (company_id, scope_kind, scope_ref_id, occurred_at)
            """,
            "CREATE INDEX idx_budget_ledger_entries_company_occurred ON budget_ledger_entries (company_id, occurred_at)",
            "CREATE INDEX idx_budget_ledger_entries_run ON budget_ledger_entries (run_id)",
            "CREATE INDEX idx_budget_ledger_entries_policy ON budget_ledger_entries (budget_policy_id)",
            """
            CREATE TABLE approval_items (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              kind TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'pending',
              priority TEXT NOT NULL DEFAULT 'medium',
              requested_by_operator_id TEXT,
              requested_by_employee_id TEXT,
              subject_ref_kind TEXT NOT NULL,
              subject_ref_id TEXT NOT NULL,
              summary TEXT NOT NULL,
              payload_json TEXT NOT NULL DEFAULT '{}',
              created_at INTEGER NOT NULL,
              resolved_at INTEGER
            )
            """,
            "CREATE INDEX idx_approval_items_company_status ON approval_items (company_id, status)",
            "CREATE INDEX idx_approval_items_subject ON approval_items (subject_ref_kind, subject_ref_id)",
            """
            CREATE TABLE approval_decisions (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              approval_kind TEXT NOT NULL,
              approval_ref_id TEXT NOT NULL,
              decision TEXT NOT NULL,
              decided_by_operator_id TEXT,
              rationale TEXT,
              payload_json TEXT NOT NULL DEFAULT '{}',
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_approval_decisions_company_created ON approval_decisions (company_id, created_at)",
            "CREATE INDEX idx_approval_decisions_approval ON approval_decisions (approval_kind, approval_ref_id)",
            """
            CREATE TABLE artifacts (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              kind TEXT NOT NULL,
              outcome_kind TEXT NOT NULL DEFAULT 'artifact-created',
              status TEXT NOT NULL DEFAULT 'ready',
              title TEXT NOT NULL,
              summary TEXT,
              source_kind TEXT NOT NULL,
              source_ref_id TEXT NOT NULL,
              ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              file_id TEXT REFERENCES file_vault (id) ON DELETE SET NULL,
              approval_item_id TEXT REFERENCES approval_items (id) ON DELETE SET NULL,
              approval_decision_id TEXT REFERENCES approval_decisions (id) ON DELETE SET NULL,
              uri TEXT,
              preview_json TEXT NOT NULL DEFAULT '{}',
              created_by_employee_id TEXT REFERENCES employees (id) ON DELETE SET NULL,
              created_by_routine_id TEXT REFERENCES routines (id) ON DELETE SET NULL,
              approved_by_operator_id TEXT REFERENCES operators (id) ON DELETE SET NULL,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              UNIQUE (company_id, kind, source_kind, source_ref_id)
            )
            """,
            "CREATE INDEX idx_artifacts_company_created ON artifacts (company_id, created_at)",
            "CREATE INDEX idx_artifacts_ticket ON artifacts (ticket_id)",
            "CREATE INDEX idx_artifacts_file ON artifacts (file_id)",
            "CREATE INDEX idx_artifacts_approval_item ON artifacts (approval_item_id)",
            "CREATE INDEX idx_artifacts_approval_decision ON artifacts (approval_decision_id)",
            "CREATE INDEX idx_artifacts_created_by_employee ON artifacts (created_by_employee_id)",
            "CREATE INDEX idx_artifacts_created_by_routine ON artifacts (created_by_routine_id)",
            "CREATE INDEX idx_artifacts_approved_by_operator ON artifacts (approved_by_operator_id)",
        ],
        down: [
            "DROP TABLE artifacts",
            "DROP TABLE approval_decisions",
            "DROP TABLE approval_items",
            "DROP TABLE budget_ledger_entries",
            "DROP TABLE budget_policies",
        ])
}
