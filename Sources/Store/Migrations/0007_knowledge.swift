extension Migration {
    /// Embedded chunks of text.
    static let m0007_knowledge = Migration(
        id: "0007_knowledge",
        up: [
            """
            CREATE TABLE embeddings (
              id TEXT NOT NULL PRIMARY KEY,
              company_id TEXT NOT NULL REFERENCES companies (id),
              source_type TEXT NOT NULL,
              source_id TEXT NOT NULL,
              chunk_index INTEGER NOT NULL DEFAULT 0,
              content_text TEXT NOT NULL,
              embedding BLOB NOT NULL,
              created_at INTEGER NOT NULL,
              UNIQUE (source_id, chunk_index)
            )
            """,
            "CREATE INDEX idx_embeddings_company_source_type ON embeddings (company_id, source_type)",
        ],
        down: [
            "DROP TABLE embeddings"
        ])
}
