extension Migration {
    /// Keys that callers choose, so that creating the same thing twice creates it once.
    static let m0017_client_keys = Migration(
        id: "0017_client_keys",
        up: [
            "ALTER TABLE companies ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_companies_client_key ON companies (client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE employees ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_employees_client_key ON employees (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE threads ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_threads_client_key ON threads (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE messages ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_messages_client_key ON messages (thread_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE goals ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_goals_client_key ON goals (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE projects ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_projects_client_key ON projects (company_id, client_key) WHERE client_key IS NOT NULL",
            "ALTER TABLE tickets ADD COLUMN client_key TEXT",
            "CREATE UNIQUE INDEX idx_tickets_client_key ON tickets (company_id, client_key) WHERE client_key IS NOT NULL",
        ],
        down: [
            "DROP INDEX idx_tickets_client_key",
            "ALTER TABLE tickets DROP COLUMN client_key",
            "DROP INDEX idx_projects_client_key",
            "ALTER TABLE projects DROP COLUMN client_key",
            "DROP INDEX idx_goals_client_key",
            "ALTER TABLE goals DROP COLUMN client_key",
            "DROP INDEX idx_messages_client_key",
            "ALTER TABLE messages DROP COLUMN client_key",
            "DROP INDEX idx_threads_client_key",
            "ALTER TABLE threads DROP COLUMN client_key",
            "DROP INDEX idx_employees_client_key",
            "ALTER TABLE employees DROP COLUMN client_key",
            "DROP INDEX idx_companies_client_key",
            "ALTER TABLE companies DROP COLUMN client_key",
        ])
}
