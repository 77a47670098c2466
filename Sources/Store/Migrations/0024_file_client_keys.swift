extension Migration {
    /// The same for files as ``m0017_client_keys`` for everything else that is created: putting a file in twice under one key
    /// puts it in once.
    static let m0024_file_client_keys = Migration(
        id: "0024_file_client_keys",
        up: [
            "ALTER TABLE file_vault ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_file_vault_client_key ON file_vault (company_id, client_key) WHERE client_key IS NOT NULL",
        ],
        down: [
            "DROP INDEX idx_file_vault_client_key",
            "ALTER TABLE file_vault DROP COLUMN client_key",
        ])
}
