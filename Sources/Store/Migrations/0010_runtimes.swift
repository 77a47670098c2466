extension Migration {
    /// External agents: profiles, bindings, sessions and heartbeats.
    static let m0010_runtimes = Migration(
        id: "0010_runtimes",
        up: [
            """
            CREATE TABLE runtime_profiles (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              name TEXT NOT NULL,
              slug TEXT NOT NULL,
              kind TEXT NOT NULL,
              enabled INTEGER NOT NULL DEFAULT 1,
              config_json TEXT NOT NULL DEFAULT '{}',
              last_health_status TEXT NOT NULL DEFAULT 'unknown',
              last_health_message TEXT,
              last_validated_at INTEGER,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              UNIQUE (company_id, slug)
            )
            """,
            """
            CREATE TABLE employee_runtime_bindings (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL UNIQUE REFERENCES employees (id) ON DELETE CASCADE,
              runtime_profile_id TEXT NOT NULL REFERENCES runtime_profiles (id) ON DELETE CASCADE,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_employee_runtime_bindings_company ON employee_runtime_bindings (company_id)",
            "CREATE INDEX idx_employee_runtime_bindings_profile ON employee_runtime_bindings (runtime_profile_id)",
            """
            CREATE TABLE runtime_sessions (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              runtime_profile_id TEXT REFERENCES runtime_profiles (id) ON DELETE SET NULL,
              adapter_kind TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'starting',
              current_run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
              current_ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              pid INTEGER,
              endpoint_url TEXT,
              workspace_path TEXT,
              capabilities_json TEXT NOT NULL DEFAULT '{}',
              last_heartbeat_at INTEGER,
              lease_expires_at INTEGER,
              failure_reason TEXT,
              started_at INTEGER NOT NULL,
              ended_at INTEGER,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_runtime_sessions_company_status ON runtime_sessions (company_id, status)",
            "CREATE INDEX idx_runtime_sessions_employee_status ON runtime_sessions (employee_id, status)",
            "CREATE INDEX idx_runtime_sessions_profile ON runtime_sessions (runtime_profile_id)",
            "CREATE INDEX idx_runtime_sessions_run ON runtime_sessions (current_run_id)",
            "CREATE INDEX idx_runtime_sessions_ticket ON runtime_sessions (current_ticket_id)",
            """
            CREATE TABLE runtime_heartbeats (
              id TEXT NOT NULL PRIMARY KEY,
              session_id TEXT NOT NULL REFERENCES runtime_sessions (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              runtime_profile_id TEXT REFERENCES runtime_profiles (id) ON DELETE SET NULL,
              status TEXT NOT NULL,
              current_run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
              current_ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              cost_delta_json TEXT NOT NULL DEFAULT '{}',
              message TEXT,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_runtime_heartbeats_session_created ON runtime_heartbeats (session_id, created_at)",
            "CREATE INDEX idx_runtime_heartbeats_company_created ON runtime_heartbeats (company_id, created_at)",
            "CREATE INDEX idx_runtime_heartbeats_employee_created ON runtime_heartbeats (employee_id, created_at)",
            "CREATE INDEX idx_runtime_heartbeats_profile ON runtime_heartbeats (runtime_profile_id)",
            "CREATE INDEX idx_runtime_heartbeats_run ON runtime_heartbeats (current_run_id)",
            "CREATE INDEX idx_runtime_heartbeats_ticket ON runtime_heartbeats (current_ticket_id)",
        ],
        down: [
            "DROP TABLE runtime_heartbeats",
            "DROP TABLE runtime_sessions",
            "DROP TABLE employee_runtime_bindings",
            "DROP TABLE runtime_profiles",
        ])
}
