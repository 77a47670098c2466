extension Migration {
    /// What made each vector, the words of what was embedded, and how far each company's index for search is.
    ///
    /// Vectors from before have no maker and are never compared.
    static let m0039_search = Migration(
        id: "0039_search",
        up: [
            "ALTER TABLE embeddings ADD COLUMN model TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE embeddings ADD COLUMN dimension INTEGER NOT NULL DEFAULT 0",
            """
            CREATE TABLE search_indexes (
              company_id TEXT NOT NULL PRIMARY KEY REFERENCES companies (id) ON DELETE CASCADE,
              position INTEGER NOT NULL DEFAULT 0,
              embedder TEXT NOT NULL DEFAULT '',
              generation INTEGER NOT NULL DEFAULT 0,
              failures INTEGER NOT NULL DEFAULT 0,
              error TEXT,
              retry_at INTEGER,
              indexed_at INTEGER
            )
            """,
            """
            CREATE TABLE index_queue (
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              source_type TEXT NOT NULL,
              source_id TEXT NOT NULL,
              revision INTEGER NOT NULL DEFAULT 1,
              attempts INTEGER NOT NULL DEFAULT 0,
              is_afresh INTEGER NOT NULL DEFAULT 0,
              queued_at INTEGER NOT NULL,
              PRIMARY KEY (company_id, source_type, source_id)
            )
            """,
            "CREATE INDEX idx_index_queue_company ON index_queue (company_id, attempts)",
            """
            CREATE VIRTUAL TABLE embeddings_fts USING fts5 (
              content_text,
              content='embeddings',
              content_rowid='rowid',
              tokenize='unicode61 remove_diacritics 2'
            )
            """,
            "INSERT INTO embeddings_fts (embeddings_fts) VALUES ('rebuild')",
            """
            CREATE TRIGGER embeddings_fts_insert AFTER INSERT ON embeddings BEGIN
              INSERT INTO embeddings_fts (rowid, content_text) VALUES (NEW.rowid, NEW.content_text);
            END
            """,
            """
            CREATE TRIGGER embeddings_fts_delete AFTER DELETE ON embeddings BEGIN
              INSERT INTO embeddings_fts (embeddings_fts, rowid, content_text)
              VALUES ('delete', OLD.rowid, OLD.content_text);
            END
            """,
            """
            CREATE TRIGGER embeddings_fts_update AFTER UPDATE OF content_text ON embeddings BEGIN
              INSERT INTO embeddings_fts (embeddings_fts, rowid, content_text)
              VALUES ('delete', OLD.rowid, OLD.content_text);
              INSERT INTO embeddings_fts (rowid, content_text) VALUES (NEW.rowid, NEW.content_text);
            END
            """,
        ],
        down: [
            "DROP TRIGGER embeddings_fts_update",
            "DROP TRIGGER embeddings_fts_delete",
            "DROP TRIGGER embeddings_fts_insert",
            "DROP TABLE embeddings_fts",
            "DROP TABLE index_queue",
            "DROP TABLE search_indexes",
            "ALTER TABLE embeddings DROP COLUMN dimension",
            "ALTER TABLE embeddings DROP COLUMN model",
        ])
}
