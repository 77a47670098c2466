extension Migration {
    /// Tickets, their threads and their projects.
    static let m0003_tickets = Migration(
        id: "0003_tickets",
        up: [
            """
            CREATE TABLE tickets (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              title TEXT NOT NULL,
              description TEXT NOT NULL DEFAULT '',
              status TEXT NOT NULL DEFAULT 'open',
              priority TEXT NOT NULL DEFAULT 'medium',
              assignee_id TEXT REFERENCES employees (id),
              reporter_id TEXT NOT NULL,
              reporter_kind TEXT NOT NULL DEFAULT 'user',
              labels_json TEXT NOT NULL DEFAULT '[]',
              dependencies_json TEXT NOT NULL DEFAULT '[]',
              sla_hours INTEGER,
              due_at INTEGER,
              thread_id TEXT REFERENCES threads (id),
              goal_id TEXT REFERENCES goals (id),
              parent_ticket_id TEXT REFERENCES tickets (id),
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL,
              closed_at INTEGER
            )
            """,
            "CREATE INDEX idx_tickets_goal ON tickets (goal_id)",
            "CREATE INDEX idx_tickets_parent ON tickets (parent_ticket_id)",
            "CREATE INDEX idx_tickets_company_status ON tickets (company_id, status)",
            "CREATE INDEX idx_tickets_assignee_status ON tickets (assignee_id, status)",
            "CREATE INDEX idx_tickets_thread ON tickets (thread_id)",
            """
            CREATE TABLE project_tickets (
              project_id TEXT NOT NULL REFERENCES projects (id),
              ticket_id TEXT NOT NULL REFERENCES tickets (id),
              PRIMARY KEY (project_id, ticket_id)
            )
            """,
            "CREATE INDEX idx_project_tickets_ticket ON project_tickets (ticket_id)",
            "ALTER TABLE threads ADD COLUMN ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL",
            "CREATE INDEX idx_threads_ticket ON threads (ticket_id)",
        ],
        down: [
            "DROP INDEX idx_threads_ticket",
            "ALTER TABLE threads DROP COLUMN ticket_id",
            "DROP TABLE project_tickets",
            "DROP TABLE tickets",
        ])
}
