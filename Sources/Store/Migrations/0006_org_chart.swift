extension Migration {
    /// Who reports to whom.
    static let m0006_org_chart = Migration(
        id: "0006_org_chart",
        up: [
            """
            CREATE TABLE org_edges (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              manager_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              report_id TEXT NOT NULL UNIQUE REFERENCES employees (id) ON DELETE CASCADE,
              created_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_org_edges_company_manager ON org_edges (company_id, manager_id)",
            "CREATE INDEX idx_org_edges_manager ON org_edges (manager_id)",
        ],
        down: [
            "DROP TABLE org_edges"
        ])
}
