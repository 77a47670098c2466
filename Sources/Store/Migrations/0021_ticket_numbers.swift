extension Migration {
    /// Numbers by which people call tickets, and the reasons why they are blocked.
    ///
    /// Tickets that are there already are numbered in the order in which they were created.
    static let m0021_ticket_numbers = Migration(
        id: "0021_ticket_numbers",
        up: [
            "ALTER TABLE tickets ADD COLUMN number INTEGER",
            "ALTER TABLE tickets ADD COLUMN blocked_reason TEXT",
            """
            UPDATE tickets SET number = numbered.number FROM (
              SELECT id, row_number() OVER (PARTITION BY company_id ORDER BY created_at, id) AS number FROM tickets
            ) AS numbered WHERE numbered.id = tickets.id
            """,
            "CREATE UNIQUE INDEX idx_tickets_company_number ON tickets (company_id, number) WHERE number IS NOT NULL",
        ],
        down: [
            "DROP INDEX idx_tickets_company_number",
            "ALTER TABLE tickets DROP COLUMN blocked_reason",
            "ALTER TABLE tickets DROP COLUMN number",
        ])
}
