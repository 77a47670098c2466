package import Domain

extension Ticket {
    /// Which tickets are listed, and in which order.
    package struct Filter: Sendable {
        package var status: TicketStatus?
        package var assignee: Employee.ID?
        package var goal: Goal.ID?
        package var priority: Priority?
        /// Whether only those that were handed in and are not decided.
        package var inReview: Bool
        /// What the title or the description holds.
        package var words: String?
        package var order: TicketOrder

        package init(
            status: TicketStatus? = nil, assignee: Employee.ID? = nil, goal: Goal.ID? = nil, priority: Priority? = nil,
            inReview: Bool = false, words: String? = nil, order: TicketOrder = .number
        ) {
            self.status = status
            self.assignee = assignee
            self.goal = goal
            self.priority = priority
            self.inReview = inReview
            self.words = words
            self.order = order
        }
    }

    /// Where a list goes on: what it is ordered by, and the number.
    package struct Place: Sendable {
        fileprivate let key: Int64
        fileprivate let number: Int

        /// - Returns: `nil` for a text that no page ended with.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, let last = parts.last, let number = Int(last), number >= 0 else { return nil }
            guard parts.count == 2 else {
                (key, self.number) = (Int64(number), number)
                return
            }
            guard let key = Int64(parts[0]) else { return nil }
            (self.key, self.number) = (key, number)
        }

        package init(_ ticket: Ticket, in order: TicketOrder) {
            number = ticket.number ?? 0
            key =
                switch order {
                case .number: Int64(number)
                case .newest: -Int64(number)
                case .updated: -ticket.updatedAt.milliseconds
                case .priority: -Int64(ticket.priority.rank)
                case .due: ticket.dueAt?.milliseconds ?? .max
                }
        }

        package var text: String { "\(key).\(number)" }
    }

    /// The company's tickets that a filter leaves.
    package static func list(
        of company: Company.ID, _ filter: Filter, after place: Place? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [Ticket] {
        let key: SQL =
            switch filter.order {
            case .number: "coalesce(number, 0)"
            case .newest: "-coalesce(number, 0)"
            case .updated: "-updated_at"
            case .priority: "CASE priority WHEN 'critical' THEN -3 WHEN 'high' THEN -2 WHEN 'medium' THEN -1 ELSE 0 END"
            case .due: "coalesce(due_at, \(Int64.max))"
            }
        var condition: SQL = "WHERE company_id = \(company)"
        // Behind a number the index of numbers leads: a page then costs what is on it, not all that has the status.
        let leads = place != nil && (filter.order == .number || filter.order == .newest)
        if let status = filter.status { condition = condition + (leads ? "AND +status =" : "AND status =") + "\(status)" }
        if let assignee = filter.assignee { condition = condition + "AND assignee_id = \(assignee)" }
        if let goal = filter.goal { condition = condition + "AND goal_id = \(goal)" }
        if let priority = filter.priority { condition = condition + "AND priority = \(priority)" }
        if filter.inReview {
            condition =
                condition
                + "AND id IN (SELECT ticket_id FROM ticket_reviews WHERE company_id = \(company) AND status = 'pending')"
        }
        if let words = filter.words, !words.isEmpty {
            condition =
                condition + "AND (instr(lower(title), lower(\(words))) > 0 OR instr(lower(description), lower(\(words))) > 0)"
        }
        guard let place else {
            return try transaction.select(condition + "ORDER BY \(key), number, created_at, id LIMIT \(limit)")
        }
        switch filter.order {
        case .number: condition = condition + "AND number > \(place.number) ORDER BY number LIMIT \(limit)"
        case .newest: condition = condition + "AND number < \(place.number) ORDER BY number DESC LIMIT \(limit)"
        case .updated, .priority, .due:
            condition =
                condition + "AND (\(key), coalesce(number, 0)) > (\(place.key), \(place.number))"
                + "ORDER BY \(key), number, created_at, id LIMIT \(limit)"
        }
        return try transaction.select(condition)
    }
}
