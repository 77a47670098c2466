extension Migration {
    /// What makes employees act by themselves: routines, wakeup requests and the calendar.
    static let m0011_routines = Migration(
        id: "0011_routines",
        up: [
            """
            CREATE TABLE routines (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              name TEXT NOT NULL,
              slug TEXT NOT NULL,
              enabled INTEGER NOT NULL DEFAULT 1,
              trigger_kind TEXT NOT NULL,
              schedule_json TEXT NOT NULL DEFAULT '{}',
              work_kind TEXT NOT NULL DEFAULT 'ticket',
              work_config_json TEXT NOT NULL DEFAULT '{}',
              last_run_status TEXT NOT NULL DEFAULT 'never',
              last_run_message TEXT,
              last_run_at INTEGER,
              next_run_at INTEGER,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              UNIQUE (company_id, slug)
            )
            """,
            "CREATE INDEX idx_routines_company_next_run ON routines (company_id, next_run_at)",
            """
            CREATE TABLE routine_runs (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              routine_id TEXT NOT NULL REFERENCES routines (id) ON DELETE CASCADE,
              status TEXT NOT NULL,
              reason TEXT NOT NULL,
              work_kind TEXT NOT NULL DEFAULT 'ticket',
              scheduled_for INTEGER,
              started_at INTEGER NOT NULL,
              finished_at INTEGER,
              ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              message TEXT,
              error_message TEXT
            )
            """,
            "CREATE INDEX idx_routine_runs_routine_started ON routine_runs (routine_id, started_at)",
            "CREATE INDEX idx_routine_runs_company_started ON routine_runs (company_id, started_at)",
            "CREATE INDEX idx_routine_runs_ticket ON routine_runs (ticket_id)",
            """
            CREATE TABLE agent_wakeup_requests (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              agent_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              status TEXT NOT NULL DEFAULT 'pending',
              trigger_type TEXT NOT NULL,
              trigger_id TEXT,
              priority INTEGER NOT NULL DEFAULT 50,
              scheduled_for INTEGER NOT NULL,
              started_at INTEGER,
              completed_at INTEGER,
              attempt_count INTEGER NOT NULL DEFAULT 0,
              max_attempts INTEGER NOT NULL DEFAULT 4,
              next_retry_at INTEGER,
              context_json TEXT NOT NULL DEFAULT '{}',
              result_json TEXT,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_agent_wakeup_requests_company_status ON agent_wakeup_requests (company_id, status)",
            "CREATE INDEX idx_agent_wakeup_requests_agent_scheduled ON agent_wakeup_requests (agent_id, scheduled_for)",
            "CREATE INDEX idx_agent_wakeup_requests_priority_scheduled ON agent_wakeup_requests (priority, scheduled_for)",
            """
            CREATE TABLE schedule_items (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              title TEXT NOT NULL,
              description TEXT NOT NULL DEFAULT '',
              kind TEXT NOT NULL DEFAULT 'task',
              status TEXT NOT NULL DEFAULT 'scheduled',
              priority TEXT NOT NULL DEFAULT 'medium',
              starts_at INTEGER NOT NULL,
              ends_at INTEGER,
              reminder_at INTEGER,
              ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              project_id TEXT REFERENCES projects (id) ON DELETE SET NULL,
              goal_id TEXT REFERENCES goals (id) ON DELETE SET NULL,
              assignee_id TEXT REFERENCES employees (id) ON DELETE SET NULL,
              wakeup_request_id TEXT REFERENCES agent_wakeup_requests (id) ON DELETE SET NULL,
              source_kind TEXT NOT NULL DEFAULT 'manual',
              source_id TEXT,
              created_by_id TEXT NOT NULL,
              created_by_kind TEXT NOT NULL DEFAULT 'user',
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              completed_at INTEGER
            )
            """,
            "CREATE INDEX idx_schedule_items_company_starts ON schedule_items (company_id, starts_at)",
            "CREATE INDEX idx_schedule_items_company_status ON schedule_items (company_id, status)",
            "CREATE INDEX idx_schedule_items_ticket ON schedule_items (ticket_id)",
            "CREATE INDEX idx_schedule_items_project ON schedule_items (project_id)",
            "CREATE INDEX idx_schedule_items_goal ON schedule_items (goal_id)",
            "CREATE INDEX idx_schedule_items_assignee ON schedule_items (assignee_id)",
            "CREATE INDEX idx_schedule_items_wakeup ON schedule_items (wakeup_request_id)",
        ],
        down: [
            "DROP TABLE schedule_items",
            "DROP TABLE agent_wakeup_requests",
            "DROP TABLE routine_runs",
            "DROP TABLE routines",
        ])
}
