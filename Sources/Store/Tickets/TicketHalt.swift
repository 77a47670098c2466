package import Domain

/// That nobody goes on with a ticket before a person lets them, whatever else it waits for.
package struct TicketHalt: Hashable, Sendable {
    package let ticket: Ticket.ID
    package let company: Company.ID
    package let number: Int?
    package let cause: Cause

    package enum Cause: Hashable, Sendable {
        /// A person has blocked it by hand, and said why.
        case byHand(String?)
        /// The goal that it is for was given up.
        case goal(Goal.ID, title: String)
    }
}

extension TicketHalt {
    /// All of them, of every company.
    ///
    /// - Throws: ``StoreError``.
    package static func all(in transaction: any Transaction) throws -> [Ticket.ID: TicketHalt] {
        // From the goals to their tickets: few goals were ever given up.
        try read("TRUE", of: "goals g CROSS JOIN tickets t ON t.goal_id = g.id", in: transaction)
    }

    /// Why nobody goes on with a ticket; `nil` where nothing of this kind is in the way.
    ///
    /// - Throws: ``StoreError``.
    package static func of(_ ticket: Ticket.ID, in transaction: any Transaction) throws -> TicketHalt? {
        try read("t.id = \(ticket)", of: "tickets t JOIN goals g ON g.id = t.goal_id", in: transaction)[ticket]
    }

    private static func read(
        _ condition: SQL, of goals: SQL, in transaction: any Transaction
    ) throws -> [Ticket.ID: TicketHalt] {
        let found = try transaction.rows(
            """
            SELECT t.id, t.company_id, t.number, t.blocked_reason, NULL, NULL FROM tickets t
            WHERE t.blocked_by IS NOT NULL AND \(condition)
            UNION ALL
            SELECT t.id, t.company_id, t.number, NULL, g.id, g.title FROM \(goals)
            WHERE \(isGivenUp) AND \(condition)
            """
        ) { row in
            let goal = try Goal.ID?(column: row.value(at: 4))
            let title = try String?(column: row.value(at: 5)) ?? ""
            return try TicketHalt(
                ticket: Ticket.ID(column: row.value(at: 0)), company: Company.ID(column: row.value(at: 1)),
                number: Int?(column: row.value(at: 2)),
                cause: goal.map { .goal($0, title: title) } ?? .byHand(String?(column: row.value(at: 3))))
        }
        // What a person said of the ticket itself comes first.
        return Dictionary(found.map { ($0.ticket, $0) }) { first, _ in first }
    }

    /// The tickets that nobody goes on with.
    static let tickets: SQL = """
        SELECT t.id FROM tickets t WHERE t.blocked_by IS NOT NULL
        UNION SELECT t.id FROM goals g CROSS JOIN tickets t ON t.goal_id = g.id WHERE \(isGivenUp)
        """

    /// Why nobody goes on with the ticket of a piece of work `w`, in words; `NULL` where they do.
    static let sentence: SQL = """
        (SELECT CASE WHEN t.blocked_by IS NOT NULL THEN coalesce(t.blocked_reason, '')
            ELSE 'The goal “' || g.title || '” was given up.' END
          FROM tickets t LEFT JOIN goals g ON g.id = t.goal_id
          WHERE t.id = w.ticket_id AND w.cause <> 'digest' AND (t.blocked_by IS NOT NULL OR \(isGivenUp)))
        """

    /// Of a ticket `t` and its goal `g`: the goal was given up, and the ticket is for nothing else that goes on, neither a project
    /// nor a ticket that it is a part of, directly or not.
    private static let isGivenUp: SQL = """
        (g.status = \(GoalStatus.abandoned) AND t.status IN ('open', 'in-progress', 'blocked') AND NOT \(isInProject("t.id"))
          AND NOT EXISTS (
            WITH RECURSIVE above (id, parent_ticket_id, goal_id) AS (
              SELECT u.id, u.parent_ticket_id, u.goal_id FROM tickets u
              WHERE u.id = t.parent_ticket_id AND u.status <> \(TicketStatus.done) AND u.blocked_by IS NULL
              UNION SELECT u.id, u.parent_ticket_id, u.goal_id FROM above a JOIN tickets u ON u.id = a.parent_ticket_id
              WHERE u.status <> \(TicketStatus.done) AND u.blocked_by IS NULL)
            SELECT 1 FROM above a LEFT JOIN goals o ON o.id = a.goal_id
            WHERE coalesce(o.status, '') <> \(GoalStatus.abandoned) OR \(isInProject("a.id"))))
        """

    /// That a ticket is in a project that goes on, other than for a goal that was given up.
    private static func isInProject(_ ticket: SQL) -> SQL {
        """
        EXISTS (
          SELECT 1 FROM project_tickets l JOIN projects p ON p.id = l.project_id LEFT JOIN goals h ON h.id = p.goal_id
          WHERE l.ticket_id = \(ticket) AND p.status IN (\(ProjectStatus.planning), \(ProjectStatus.active))
            AND coalesce(h.status, '') <> \(GoalStatus.abandoned))
        """
    }
}
