extension Migration {
    /// Goals, and projects towards them.
    static let m0002_goals = Migration(
        id: "0002_goals",
        up: [
            """
            CREATE TABLE goals (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              title TEXT NOT NULL,
              description TEXT NOT NULL DEFAULT '',
              status TEXT NOT NULL DEFAULT 'active',
              progress_pct INTEGER NOT NULL DEFAULT 0,
              target_date INTEGER,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_goals_company_created ON goals (company_id, created_at)",
            """
            CREATE TABLE projects (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              goal_id TEXT REFERENCES goals (id),
              title TEXT NOT NULL,
              description TEXT NOT NULL DEFAULT '',
              status TEXT NOT NULL DEFAULT 'planning',
              lead_id TEXT REFERENCES employees (id),
              priority TEXT NOT NULL DEFAULT 'medium',
              target_date INTEGER,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_projects_company_created ON projects (company_id, created_at)",
            "CREATE INDEX idx_projects_goal ON projects (goal_id)",
            "CREATE INDEX idx_projects_lead ON projects (lead_id)",
        ],
        down: [
            "DROP TABLE projects",
            "DROP TABLE goals",
        ])
}
