package import Domain

extension Ticket {
    /// Whether the ticket is nobody's next step: work that is not done, and nothing that will bring it on.
    ///
    /// What brings a ticket on is a piece of work that waits or goes on, a question that a person or a colleague will answer, a
    /// review whose reviewer has been woken, or a part or dependency that is not done. The same is asked of the whole company by
    /// ``standing(of:in:)``.
    func isStanding(in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM tickets t WHERE t.id = \(id) AND" + Self.standing)
    }

    /// The company's tickets that nobody will touch again; there should be none.
    package static func standing(of company: Company.ID, in transaction: any Transaction) throws -> [Ticket] {
        try transaction.select(
            "WHERE id IN (SELECT t.id FROM tickets t WHERE t.company_id = \(company) AND" + standing + ") ORDER BY number")
    }

    private static let standing: SQL = """
        t.assignee_id IS NOT NULL AND t.status IN ('open', 'in-progress')
        AND NOT EXISTS (
          SELECT 1 FROM agent_wakeup_requests w WHERE w.ticket_id = t.id AND w.status IN ('pending', 'processing')
            AND w.cause NOT IN ('comment', 'mention'))
        AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.ticket_id = t.id AND q.status = 'open')
        AND NOT EXISTS (
          SELECT 1 FROM enquiries e WHERE e.ticket_id = t.id AND e.status = 'open' AND e.asker_id = t.assignee_id)
        AND NOT EXISTS (SELECT 1 FROM tickets c WHERE c.parent_ticket_id = t.id AND c.status <> 'done')
        """
}
