extension Migration {
    /// The core: companies, operators, employees, conversations, events, runs, providers and settings.
    static let m0000_initial = Migration(
        id: "0000_initial",
        up: [
            """
            CREATE TABLE companies (
              id TEXT NOT NULL PRIMARY KEY,
              name TEXT NOT NULL,
              slug TEXT NOT NULL UNIQUE,
              created_at INTEGER NOT NULL,
              settings_json TEXT NOT NULL DEFAULT '{}',
              icon TEXT,
              theme TEXT NOT NULL DEFAULT 'dark',
              status TEXT NOT NULL DEFAULT 'running',
              workspace_origin_id TEXT,
              company_origin_id TEXT,
              cloud_workspace_id TEXT,
              cloud_tenant_id TEXT,
              cloud_link_state TEXT NOT NULL DEFAULT 'unlinked',
              linked_device_id TEXT,
              last_synced_cursor_json TEXT,
              last_snapshot_id TEXT,
              last_sync_at INTEGER,
              last_sync_error TEXT
            )
            """,
            "CREATE INDEX idx_companies_workspace_origin ON companies (workspace_origin_id)",
            "CREATE INDEX idx_companies_company_origin ON companies (company_origin_id)",
            "CREATE INDEX idx_companies_cloud_workspace ON companies (cloud_workspace_id)",
            "CREATE INDEX idx_companies_cloud_link_state ON companies (cloud_link_state)",
            """
            CREATE TABLE operators (
              id TEXT NOT NULL PRIMARY KEY,
              display_name TEXT NOT NULL,
              email TEXT,
              auth_mode TEXT NOT NULL DEFAULT 'local',
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            """
            CREATE TABLE operator_memberships (
              id TEXT NOT NULL PRIMARY KEY,
              operator_id TEXT NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              role TEXT NOT NULL,
              source_kind TEXT NOT NULL DEFAULT 'local',
              cloud_workspace_id TEXT,
              hosted_invite_id TEXT,
              can_approve_budget INTEGER NOT NULL DEFAULT 0,
              can_approve_authority INTEGER NOT NULL DEFAULT 0,
              can_manage_routines INTEGER NOT NULL DEFAULT 0,
              can_manage_runtimes INTEGER NOT NULL DEFAULT 0,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_operator_memberships_company_operator ON operator_memberships (company_id, operator_id)",
            "CREATE INDEX idx_operator_memberships_operator ON operator_memberships (operator_id)",
            """
            CREATE TABLE employees (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              role_pack_id TEXT NOT NULL,
              role_id TEXT NOT NULL,
              role_md_sha TEXT NOT NULL,
              level TEXT NOT NULL,
              name TEXT NOT NULL,
              title TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'idle',
              model_pref TEXT,
              provider_pref TEXT,
              tools_allowed_json TEXT NOT NULL DEFAULT '[]',
              tools_denied_json TEXT NOT NULL DEFAULT '[]',
              avatar TEXT,
              is_system INTEGER NOT NULL DEFAULT 0,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_employees_company ON employees (company_id)",
            """
            CREATE TABLE threads (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              kind TEXT NOT NULL,
              subject TEXT,
              created_by TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              last_message_at INTEGER
            )
            """,
            "CREATE INDEX idx_threads_company_last_message ON threads (company_id, last_message_at)",
            """
            CREATE TABLE thread_members (
              thread_id TEXT NOT NULL REFERENCES threads (id),
              member_id TEXT NOT NULL,
              member_kind TEXT NOT NULL,
              role_in_thread TEXT,
              PRIMARY KEY (thread_id, member_id, member_kind)
            )
            """,
            "CREATE INDEX idx_thread_members_member ON thread_members (member_id, member_kind)",
            """
            CREATE TABLE messages (
              id TEXT NOT NULL PRIMARY KEY,
              thread_id TEXT NOT NULL REFERENCES threads (id),
              author_id TEXT NOT NULL,
              author_kind TEXT NOT NULL,
              content TEXT NOT NULL,
              tool_calls_json TEXT,
              parent_id TEXT,
              is_agent_initiated INTEGER NOT NULL DEFAULT 0,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_messages_thread_created ON messages (thread_id, created_at, id)",
            """
            CREATE TABLE events (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL,
              actor_id TEXT NOT NULL,
              actor_kind TEXT NOT NULL,
              event_type TEXT NOT NULL,
              payload_json TEXT NOT NULL,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_events_company_created ON events (company_id, created_at)",
            """
            CREATE TABLE runs (
              id TEXT NOT NULL PRIMARY KEY,
              employee_id TEXT NOT NULL,
              thread_id TEXT,
              provider TEXT NOT NULL,
              model TEXT NOT NULL,
              prompt_tokens INTEGER NOT NULL DEFAULT 0,
              completion_tokens INTEGER NOT NULL DEFAULT 0,
              latency_ms INTEGER NOT NULL DEFAULT 0,
              cost_usd TEXT NOT NULL DEFAULT '0',
              tool_calls_count INTEGER NOT NULL DEFAULT 0,
              started_at INTEGER NOT NULL,
              ended_at INTEGER,
              status TEXT NOT NULL DEFAULT 'running',
              error TEXT,
              kind TEXT NOT NULL DEFAULT 'work'
            )
            """,
            "CREATE INDEX idx_runs_employee_started ON runs (employee_id, started_at)",
            "CREATE INDEX idx_runs_thread_started ON runs (thread_id, started_at)",
            "CREATE INDEX idx_runs_running ON runs (status) WHERE status = 'running'",
            """
            CREATE TABLE providers (
              id TEXT NOT NULL PRIMARY KEY,
              name TEXT NOT NULL,
              kind TEXT NOT NULL,
              config_json TEXT NOT NULL DEFAULT '{}',
              privacy_tier TEXT NOT NULL,
              enabled INTEGER NOT NULL DEFAULT 1
            )
            """,
            """
            CREATE TABLE settings (
              key TEXT NOT NULL PRIMARY KEY,
              value_json TEXT NOT NULL,
              scope TEXT NOT NULL DEFAULT 'global',
              scope_id TEXT,
              updated_at INTEGER NOT NULL
            )
            """,
        ],
        down: [
            "DROP TABLE settings",
            "DROP TABLE providers",
            "DROP TABLE runs",
            "DROP TABLE events",
            "DROP TABLE messages",
            "DROP TABLE thread_members",
            "DROP TABLE threads",
            "DROP TABLE employees",
            "DROP TABLE operator_memberships",
            "DROP TABLE operators",
            "DROP TABLE companies",
        ])
}
