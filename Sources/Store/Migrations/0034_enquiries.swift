extension Migration {
    /// What employees want to know from one another, and messages with files, found by the names of those.
    static let m0034_enquiries = Migration(
        id: "0034_enquiries",
        up: [
            """
            CREATE TABLE enquiries (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              asker_id TEXT NOT NULL,
              wakeup_id TEXT NOT NULL,
              message_id TEXT NOT NULL,
              asked_in TEXT,
              thread_id TEXT,
              ticket_id TEXT,
              status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'unanswered')),
              answer_id TEXT,
              reason TEXT,
              resumed_by TEXT,
              created_at INTEGER NOT NULL,
              settled_at INTEGER
            )
            """,
            "CREATE INDEX idx_enquiries_company ON enquiries (company_id)",
            "CREATE INDEX idx_enquiries_wakeup ON enquiries (wakeup_id, created_at, id)",
            "CREATE INDEX idx_enquiries_resumed ON enquiries (resumed_by) WHERE resumed_by IS NOT NULL",
            "CREATE INDEX idx_enquiries_ticket ON enquiries (ticket_id) WHERE status = 'open'",
            "CREATE INDEX idx_enquiries_answer ON enquiries (answer_id) WHERE answer_id IS NOT NULL",
            "CREATE INDEX idx_messages_with_files ON messages (thread_id) WHERE file_ids_json IS NOT NULL",
        ],
        down: ["DROP INDEX idx_messages_with_files", "DROP TABLE enquiries"])
}
