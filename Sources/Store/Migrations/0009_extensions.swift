extension Migration {
    /// Extensions, and the authority they have or ask for.
    static let m0009_extensions = Migration(
        id: "0009_extensions",
        up: [
            """
            CREATE TABLE extensions (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT REFERENCES companies (id) ON DELETE CASCADE,
              kind TEXT NOT NULL,
              name TEXT NOT NULL,
              slug TEXT NOT NULL,
              source_kind TEXT NOT NULL,
              source_ref TEXT NOT NULL,
              version TEXT,
              update_channel TEXT,
              manifest_json TEXT,
              requested_capabilities_json TEXT NOT NULL DEFAULT '[]',
              requested_paths_json TEXT NOT NULL DEFAULT '[]',
              enabled INTEGER NOT NULL DEFAULT 1,
              trust_state TEXT NOT NULL DEFAULT 'pending-review',
              runtime_ref_id TEXT,
              installed_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_extensions_company_kind ON extensions (company_id, kind)",
            "CREATE INDEX idx_extensions_slug ON extensions (slug)",
            """
            CREATE TABLE skill_assignments (
              id TEXT NOT NULL PRIMARY KEY,
              extension_id TEXT NOT NULL REFERENCES extensions (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT REFERENCES employees (id) ON DELETE CASCADE,
              enabled INTEGER NOT NULL DEFAULT 1,
              source TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_skill_assignments_company_employee ON skill_assignments (company_id, employee_id)",
            "CREATE INDEX idx_skill_assignments_extension ON skill_assignments (extension_id)",
            "CREATE INDEX idx_skill_assignments_employee ON skill_assignments (employee_id)",
            """
            CREATE TABLE authority_grants (
              id TEXT NOT NULL PRIMARY KEY,
              scope_kind TEXT NOT NULL,
              scope_id TEXT NOT NULL,
              resource_kind TEXT NOT NULL,
              resource_id TEXT NOT NULL,
              permission TEXT NOT NULL,
              metadata_json TEXT,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_authority_grants_scope ON authority_grants (scope_kind, scope_id)",
            "CREATE INDEX idx_authority_grants_resource ON authority_grants (resource_kind, resource_id)",
            """
            CREATE TABLE authority_requests (
              id TEXT NOT NULL PRIMARY KEY,
              extension_id TEXT NOT NULL REFERENCES extensions (id) ON DELETE CASCADE,
              employee_id TEXT REFERENCES employees (id) ON DELETE CASCADE,
              resource_kind TEXT NOT NULL,
              resource_id TEXT NOT NULL,
              requested_permission TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'pending',
              reason TEXT,
              created_at INTEGER NOT NULL,
              reviewed_at INTEGER
            )
            """,
            "CREATE INDEX idx_authority_requests_extension_status ON authority_requests (extension_id, status)",
            "CREATE INDEX idx_authority_requests_employee ON authority_requests (employee_id)",
        ],
        down: [
            "DROP TABLE authority_requests",
            "DROP TABLE authority_grants",
            "DROP TABLE skill_assignments",
            "DROP TABLE extensions",
        ])
}
