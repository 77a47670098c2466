extension Migration {
    /// The reasons why a company or an employee does no work, each a row, so that one falls away without the others.
    ///
    /// The status of a company follows from them. One that was paused or archived before has that as its reason; a meeting
    /// that nothing led is over.
    static let m0026_work_holds = Migration(
        id: "0026_work_holds",
        up: [
            """
            CREATE TABLE work_holds (
              id TEXT PRIMARY KEY NOT NULL,
              company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
              employee_id TEXT REFERENCES employees (id) ON DELETE CASCADE,
              reason TEXT NOT NULL,
              ref_id TEXT,
              note TEXT,
              placed_by TEXT NOT NULL,
              placed_at INTEGER NOT NULL
            )
            """,
            """
            CREATE UNIQUE INDEX idx_work_holds_once
            ON work_holds (company_id, coalesce(employee_id, ''), reason, coalesce(ref_id, ''))
            """,
            "CREATE INDEX idx_work_holds_employee ON work_holds (employee_id) WHERE employee_id IS NOT NULL",
            """
            INSERT INTO work_holds (id, company_id, reason, placed_by, placed_at)
            SELECT 'hold-' || id, id, CASE status WHEN 'archived' THEN 'archived' ELSE 'user' END, 'team-x', created_at
            FROM companies WHERE status IN ('paused', 'archived')
            """,
            "UPDATE companies SET status = 'running' WHERE status = 'meeting'",
        ],
        down: [
            "DROP TABLE work_holds"
        ])
}
