extension Migration {
    /// What the queue needs to say why work waits, and to see that work goes in circles: the provider that a claim is counted
    /// for, a number on each ticket that grows with every change of its state, and a count of what was passed over and why.
    static let m0027_queue_reasons = Migration(
        id: "0027_queue_reasons",
        up: [
            "ALTER TABLE agent_wakeup_requests ADD COLUMN provider_id TEXT",
            "ALTER TABLE tickets ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
            """
            CREATE TRIGGER trg_tickets_revision AFTER UPDATE OF status, assignee_id, title, description, priority, due_at,
              dependencies_json, blocked_reason ON tickets
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.id; END
            """,
            """
            CREATE TRIGGER trg_tickets_part_filed AFTER INSERT ON tickets WHEN NEW.parent_ticket_id IS NOT NULL
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.parent_ticket_id; END
            """,
            """
            CREATE TRIGGER trg_tickets_part_moved AFTER UPDATE OF status ON tickets WHEN NEW.parent_ticket_id IS NOT NULL
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.parent_ticket_id; END
            """,
            """
            CREATE TRIGGER trg_tickets_file_added AFTER INSERT ON ticket_attachments
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.ticket_id; END
            """,
            """
            CREATE TRIGGER trg_tickets_review_asked AFTER INSERT ON ticket_reviews
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.ticket_id; END
            """,
            """
            CREATE TRIGGER trg_tickets_review_decided AFTER UPDATE OF status ON ticket_reviews
            BEGIN UPDATE tickets SET revision = revision + 1 WHERE id = NEW.ticket_id; END
            """,
            """
            CREATE TABLE work_skips (
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
              cause TEXT NOT NULL,
              subject_id TEXT NOT NULL DEFAULT '',
              reason TEXT NOT NULL,
              count INTEGER NOT NULL DEFAULT 1,
              first_at INTEGER NOT NULL,
              last_at INTEGER NOT NULL,
              PRIMARY KEY (company_id, employee_id, cause, subject_id, reason)
            )
            """,
            "CREATE INDEX idx_work_skips_latest ON work_skips (company_id, last_at)",
        ],
        down: [
            "DROP TABLE work_skips", "DROP TRIGGER trg_tickets_review_decided", "DROP TRIGGER trg_tickets_review_asked",
            "DROP TRIGGER trg_tickets_file_added", "DROP TRIGGER trg_tickets_part_moved", "DROP TRIGGER trg_tickets_part_filed",
            "DROP TRIGGER trg_tickets_revision", "ALTER TABLE tickets DROP COLUMN revision",
            "ALTER TABLE agent_wakeup_requests DROP COLUMN provider_id",
        ])
}
