extension Migration {
    /// Reviews of tickets, and questions to humans.
    static let m0019_reviews_and_questions = Migration(
        id: "0019_reviews_and_questions",
        up: [
            """
            CREATE TABLE ticket_reviews (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              ticket_id TEXT NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
              requested_by TEXT NOT NULL,
              reviewer_id TEXT NOT NULL,
              status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'changes_requested', 'cancelled')),
              round INTEGER NOT NULL DEFAULT 1,
              result TEXT NOT NULL DEFAULT '',
              files_json TEXT NOT NULL DEFAULT '[]',
              comment TEXT,
              created_at INTEGER NOT NULL,
              resolved_at INTEGER
            )
            """,
            "CREATE UNIQUE INDEX idx_ticket_reviews_pending ON ticket_reviews (ticket_id) WHERE status = 'pending'",
            "CREATE INDEX idx_ticket_reviews_ticket_created ON ticket_reviews (ticket_id, created_at)",
            "CREATE INDEX idx_ticket_reviews_company_status ON ticket_reviews (company_id, status)",
            "CREATE INDEX idx_ticket_reviews_reviewer_status ON ticket_reviews (reviewer_id, status)",
            """
            CREATE TABLE questions (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL,
              ticket_id TEXT REFERENCES tickets (id) ON DELETE SET NULL,
              thread_id TEXT,
              run_id TEXT,
              kind TEXT NOT NULL DEFAULT 'text',
              prompt TEXT NOT NULL,
              options_json TEXT NOT NULL DEFAULT '[]',
              status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'cancelled')),
              answer TEXT,
              answered_by TEXT,
              created_at INTEGER NOT NULL,
              answered_at INTEGER
            )
            """,
            "CREATE INDEX idx_questions_company_status ON questions (company_id, status)",
            "CREATE INDEX idx_questions_employee ON questions (employee_id)",
            "CREATE INDEX idx_questions_ticket ON questions (ticket_id)",
            "CREATE INDEX idx_questions_thread ON questions (thread_id)",
        ],
        down: [
            "DROP TABLE questions",
            "DROP TABLE ticket_reviews",
        ])
}
