package import Domain

extension Thread {
    /// The employees who take part, the first hired first.
    ///
    /// - Parameter departed: Whether also those who no longer work here.
    package func employees(
        limit: Int, departed: Bool = false, in transaction: any Transaction
    ) throws -> [Employee] {
        let those: SQL = departed ? "" : "AND e.\(Employee.worksHere)"
        return try transaction.all(
            """
            SELECT \(columns: Employee.self, of: "e") FROM thread_members m JOIN employees e ON e.id = m.member_id
            WHERE m.thread_id = \(id) AND m.member_kind = \(MemberKind.employee) \(those)
            ORDER BY e.created_at, e.id LIMIT \(limit)
            """)
    }
}

extension Ticket {
    /// The project that the ticket belongs to, the first where there are several.
    package func project(in transaction: any Transaction) throws -> Project? {
        try transaction.all(
            Project.self,
            """
            SELECT \(columns: Project.self, of: "p") FROM project_tickets t JOIN projects p ON p.id = t.project_id
            WHERE t.ticket_id = \(id) ORDER BY p.created_at, p.id LIMIT 1
            """
        ).first
    }
}

extension Question {
    /// What is asked on a ticket and not answered yet.
    package static func open(on ticket: Ticket.ID, in transaction: any Transaction) throws -> [Question] {
        try transaction.select(
            "WHERE ticket_id = \(ticket) AND status = \(QuestionStatus.open) ORDER BY created_at, id LIMIT 8")
    }
}

extension ApprovalItem {
    /// What waits for a decision about any of these.
    package static func pending(
        about subjects: [String], of company: Company.ID, in transaction: any Transaction
    ) throws -> [ApprovalItem] {
        try transaction.select(
            """
            WHERE company_id = \(company) AND status = \(ApprovalStatus.pending) AND subject_ref_id IN \(list: subjects)
            ORDER BY created_at, id LIMIT 8
            """)
    }
}
