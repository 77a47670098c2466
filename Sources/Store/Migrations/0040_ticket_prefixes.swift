extension Migration {
    /// What stands before the number in a ticket's key, such as the `AUR` of `AUR-12`.
    ///
    /// Companies that are there already get the first letters of their slugs, the later of two with the same letters a number
    /// behind them.
    static let m0040_ticket_prefixes = Migration(
        id: "0040_ticket_prefixes",
        up: [
            "ALTER TABLE companies ADD COLUMN ticket_prefix TEXT",
            """
            UPDATE companies SET ticket_prefix = made.prefix FROM (
              SELECT id, letters || CASE place WHEN 1 THEN '' ELSE place END AS prefix FROM (
                SELECT id, letters, row_number() OVER (PARTITION BY letters ORDER BY created_at, id) AS place FROM (
                  SELECT id, created_at, coalesce(nullif(upper(substr(
                    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(slug,
                    '-', ''), '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', ''),
                    1, 3)), ''), 'TX') AS letters
                  FROM companies
                )
              )
            ) AS made WHERE made.id = companies.id
            """,
            "CREATE UNIQUE INDEX idx_companies_ticket_prefix ON companies (ticket_prefix) WHERE ticket_prefix IS NOT NULL",
        ],
        down: [
            "DROP INDEX idx_companies_ticket_prefix",
            "ALTER TABLE companies DROP COLUMN ticket_prefix",
        ])
}
