extension Migration {
    /// Stored files with their full-text index, and their attachment to tickets.
    static let m0005_file_vault = Migration(
        id: "0005_file_vault",
        up: [
            """
            CREATE TABLE file_vault (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              filename TEXT NOT NULL,
              original_name TEXT NOT NULL,
              mime_type TEXT NOT NULL DEFAULT 'application/octet-stream',
              size_bytes INTEGER NOT NULL DEFAULT 0,
              sha256 TEXT NOT NULL,
              vault_path TEXT NOT NULL,
              extracted_text TEXT,
              tags_json TEXT NOT NULL DEFAULT '[]',
              uploaded_by TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_file_vault_company_created ON file_vault (company_id, created_at)",
            "CREATE INDEX idx_file_vault_company_sha256 ON file_vault (company_id, sha256)",
            """
            CREATE TABLE ticket_attachments (
              id TEXT NOT NULL PRIMARY KEY,
              ticket_id TEXT NOT NULL REFERENCES tickets (id),
              file_id TEXT NOT NULL REFERENCES file_vault (id),
              attached_by TEXT NOT NULL,
              attached_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_ticket_attachments_ticket ON ticket_attachments (ticket_id)",
            "CREATE INDEX idx_ticket_attachments_file ON ticket_attachments (file_id)",
            """
            CREATE VIRTUAL TABLE file_vault_fts USING fts5 (
              original_name,
              extracted_text,
              tags_json,
              content='file_vault',
              content_rowid='rowid'
            )
            """,
            """
            CREATE TRIGGER file_vault_fts_insert AFTER INSERT ON file_vault BEGIN
              INSERT INTO file_vault_fts (rowid, original_name, extracted_text, tags_json)
              VALUES (NEW.rowid, NEW.original_name, NEW.extracted_text, NEW.tags_json);
            END
            """,
            """
            CREATE TRIGGER file_vault_fts_delete AFTER DELETE ON file_vault BEGIN
              INSERT INTO file_vault_fts (file_vault_fts, rowid, original_name, extracted_text, tags_json)
              VALUES ('delete', OLD.rowid, OLD.original_name, OLD.extracted_text, OLD.tags_json);
            END
            """,
            """
            CREATE TRIGGER file_vault_fts_update AFTER UPDATE ON file_vault BEGIN
              INSERT INTO file_vault_fts (file_vault_fts, rowid, original_name, extracted_text, tags_json)
              VALUES ('delete', OLD.rowid, OLD.original_name, OLD.extracted_text, OLD.tags_json);
              INSERT INTO file_vault_fts (rowid, original_name, extracted_text, tags_json)
              VALUES (NEW.rowid, NEW.original_name, NEW.extracted_text, NEW.tags_json);
            END
            """,
        ],
        down: [
            "DROP TRIGGER file_vault_fts_update",
            "DROP TRIGGER file_vault_fts_delete",
            "DROP TRIGGER file_vault_fts_insert",
            "DROP TABLE file_vault_fts",
            "DROP TABLE ticket_attachments",
            "DROP TABLE file_vault",
        ])
}
