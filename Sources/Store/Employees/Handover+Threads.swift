import Domain

extension Handover {
    /// Lets the successor take part in groups in which nobody would be left to answer.
    func fillGroups(in transaction: any Transaction) throws {
        guard let successor else { return }
        let deserted = try transaction.all(
            Thread.self,
            """
            SELECT \(columns: Thread.self, of: "t") FROM thread_members own JOIN threads t ON t.id = own.thread_id
            WHERE own.member_id = \(leaver.id) AND own.member_kind = \(MemberKind.employee) AND t.kind = \(ThreadKind.group)
              AND t.archived_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM thread_members m JOIN employees e ON e.id = m.member_id AND e.\(Employee.worksHere)
                WHERE m.thread_id = t.id AND m.member_kind = \(MemberKind.employee)) ORDER BY t.id
            """)
        for thread in deserted {
            try thread.join(Thread.Member(successor.id, .member), by: author, in: transaction)
            try tell([thread.id], in: transaction)
        }
    }

    /// Says in threads where somebody waits for the leaver that they wait in vain.
    func tell(_ threads: [Thread.ID], but told: [Thread.ID] = [], in transaction: any Transaction) throws {
        for id in Set(threads).subtracting(told).sorted() {
            guard let thread = try transaction.find(Thread.self, id) else { continue }
            try Message(
                id: transaction.makeID(), threadID: id, authorID: Author.system.id, authorKind: .system, content: reason,
                createdAt: transaction.now
            ).persist(in: thread, transaction)
        }
    }
}
