import Domain

extension Thread {
    /// Lets somebody who is new read what everybody reads: the announcements that none of their colleagues is left out of.
    static func admitToAnnouncements(_ newcomer: Employee, in transaction: any Transaction) throws {
        let open = try transaction.select(
            Thread.self,
            """
            WHERE company_id = \(newcomer.companyID) AND kind = \(ThreadKind.broadcast) AND archived_at IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM employees e WHERE e.company_id = threads.company_id AND e.is_system = 0 AND e.\(Employee.worksHere)
                  AND e.id <> \(newcomer.id) AND NOT EXISTS (
                    SELECT 1 FROM thread_members m WHERE m.thread_id = threads.id AND m.member_id = e.id
                      AND m.member_kind = \(MemberKind.employee)))
            ORDER BY created_at, id
            """)
        for thread in open { try thread.join(Member(newcomer.id, .member), by: .system, in: transaction) }
    }
}
