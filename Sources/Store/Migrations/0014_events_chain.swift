extension Migration {
    /// The chain of events: each has the next number of its company and the hash of the one before.
    ///
    /// Number 0 marks rows from before the chain.
    static let m0014_events_chain = Migration(
        id: "0014_events_chain",
        up: [
            "ALTER TABLE events ADD COLUMN seq INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE events ADD COLUMN prev_hash TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE events ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
            "CREATE UNIQUE INDEX idx_events_company_seq ON events (company_id, seq) WHERE seq > 0",
            "CREATE INDEX idx_events_company_type_seq ON events (company_id, event_type, seq)",
        ],
        down: [
            "DROP INDEX idx_events_company_type_seq",
            "DROP INDEX idx_events_company_seq",
            "ALTER TABLE events DROP COLUMN hash",
            "ALTER TABLE events DROP COLUMN prev_hash",
            "ALTER TABLE events DROP COLUMN seq",
        ])
}
