extension Migration {
    /// Conversations: how far people have read, search in messages, files of messages, threads that are put away, and comments
    /// on answers.
    static let m0029_conversations = Migration(
        id: "0029_conversations",
        up: [
            "ALTER TABLE threads ADD COLUMN archived_at INTEGER",
            "ALTER TABLE messages ADD COLUMN file_ids_json TEXT",
            "ALTER TABLE questions ADD COLUMN comment TEXT",
            "CREATE INDEX idx_threads_company_kind ON threads (company_id, kind)",
            """
            CREATE TABLE thread_reads (
              thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
              operator_id TEXT NOT NULL,
              message_id TEXT NOT NULL,
              message_at INTEGER NOT NULL,
              read_at INTEGER NOT NULL,
              PRIMARY KEY (thread_id, operator_id)
            )
            """,
            """
            INSERT INTO thread_reads (thread_id, operator_id, message_id, message_at, read_at)
            SELECT thread_id, member_id, message_id, created_at, created_at FROM (
              SELECT m.thread_id, m.member_id, s.id AS message_id, s.created_at,
                row_number() OVER (PARTITION BY m.thread_id, m.member_id ORDER BY s.created_at DESC, s.id DESC) AS place
              FROM thread_members m JOIN messages s ON s.thread_id = m.thread_id WHERE m.member_kind = 'user'
            ) WHERE place = 1
            """,
            """
            CREATE INDEX idx_agent_wakeup_requests_failed ON agent_wakeup_requests (company_id, completed_at)
            WHERE status = 'failed'
            """,
            "CREATE VIRTUAL TABLE messages_fts USING fts5 (content, content='messages', content_rowid='rowid')",
            """
            CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages BEGIN
              INSERT INTO messages_fts (rowid, content) VALUES (NEW.rowid, NEW.content);
            END
            """,
            """
            CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages BEGIN
              INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', OLD.rowid, OLD.content);
            END
            """,
            """
            CREATE TRIGGER messages_fts_update AFTER UPDATE OF content ON messages BEGIN
              INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', OLD.rowid, OLD.content);
              INSERT INTO messages_fts (rowid, content) VALUES (NEW.rowid, NEW.content);
            END
            """,
            "INSERT INTO messages_fts (messages_fts) VALUES ('rebuild')",
        ],
        down: [
            "DROP TRIGGER messages_fts_update",
            "DROP TRIGGER messages_fts_delete",
            "DROP TRIGGER messages_fts_insert",
            "DROP TABLE messages_fts",
            "DROP INDEX idx_agent_wakeup_requests_failed",
            "DROP TABLE thread_reads",
            "DROP INDEX idx_threads_company_kind",
            "ALTER TABLE questions DROP COLUMN comment",
            "ALTER TABLE messages DROP COLUMN file_ids_json",
            "ALTER TABLE threads DROP COLUMN archived_at",
        ])
}
