extension Migration {
    /// Who has blocked a ticket by hand, since nothing but a person lets such a ticket go on, and which run wrote a message.
    static let m0043_by_whom = Migration(
        id: "0043_by_whom",
        up: [
            "ALTER TABLE tickets ADD COLUMN blocked_by TEXT",
            "CREATE INDEX idx_tickets_blocked_by ON tickets (company_id) WHERE blocked_by IS NOT NULL",
            "ALTER TABLE messages ADD COLUMN run_id TEXT",
        ],
        down: [
            "ALTER TABLE messages DROP COLUMN run_id",
            "DROP INDEX idx_tickets_blocked_by", "ALTER TABLE tickets DROP COLUMN blocked_by",
        ])
}
