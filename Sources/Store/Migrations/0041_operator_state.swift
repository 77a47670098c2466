extension Migration {
    /// What the cockpit remembers of a person: how far they have seen a company's events, what they have put off, which lists
    /// they have kept, and how they like things.
    static let m0041_operator_state = Migration(
        id: "0041_operator_state",
        up: [
            """
            CREATE TABLE operator_sightings (
              operator_id TEXT NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              seq INTEGER NOT NULL,
              seen_at INTEGER NOT NULL,
              PRIMARY KEY (operator_id, company_id)
            )
            """,
            """
            CREATE TABLE inbox_snoozes (
              operator_id TEXT NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              item_kind TEXT NOT NULL,
              item_id TEXT NOT NULL,
              until INTEGER NOT NULL,
              PRIMARY KEY (operator_id, company_id, item_kind, item_id)
            )
            """,
            """
            CREATE TABLE saved_views (
              id TEXT NOT NULL PRIMARY KEY,
              operator_id TEXT NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              page TEXT NOT NULL,
              name TEXT NOT NULL,
              query TEXT NOT NULL DEFAULT '',
              created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX idx_saved_views_once ON saved_views (operator_id, company_id, page, name)",
            """
            CREATE TABLE operator_preferences (
              operator_id TEXT NOT NULL PRIMARY KEY REFERENCES operators (id) ON DELETE CASCADE,
              preferences_json TEXT NOT NULL DEFAULT '{}',
              updated_at INTEGER NOT NULL
            )
            """,
            "CREATE INDEX idx_operator_sightings_company ON operator_sightings (company_id)",
            "CREATE INDEX idx_inbox_snoozes_company ON inbox_snoozes (company_id)",
            "CREATE INDEX idx_saved_views_company ON saved_views (company_id)",
        ],
        down: [
            "DROP TABLE operator_preferences",
            "DROP TABLE saved_views",
            "DROP TABLE inbox_snoozes",
            "DROP TABLE operator_sightings",
        ])
}
