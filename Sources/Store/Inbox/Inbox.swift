package import Domain

/// What waits for a person in a company: questions, reviews, budgets, tickets that stand still, failures, and messages.
package struct Inbox: Sendable {
    let company: Company.ID
    let reader: Operator.ID
    /// Whether what was put away is left out.
    var hidesAway = true

    package init(of company: Company.ID, for reader: Operator.ID) {
        self.company = company
        self.reader = reader
    }

    /// How much there is of each kind.
    package struct Counts: Codable, Hashable, Sendable {
        package let questions: Int
        package let reviews: Int
        package let budgets: Int
        package let blockedTickets: Int
        package let failedWork: Int
        package let unreadThreads: Int
        package var total: Int { questions + reviews + budgets + blockedTickets + failedWork + unreadThreads }

        package enum CodingKeys: String, CodingKey {
            case questions, reviews, budgets
            case blockedTickets = "blocked_tickets"
            case failedWork = "failed_work"
            case unreadThreads = "unread_threads"
        }
    }

    package func counts(in transaction: any Transaction) throws -> Counts {
        func count(_ condition: SQL, of table: SQL) throws -> Int {
            try transaction.value("SELECT count(*) FROM \(table) \(condition)") ?? 0
        }
        return Counts(
            questions: try count(questions(at: transaction.now), of: "questions"),
            reviews: try count(reviews(at: transaction.now), of: "ticket_reviews r JOIN tickets t ON t.id = r.ticket_id"),
            budgets: try count(holding(in: transaction), of: "budget_policies p"),
            blockedTickets: try count(blocked(at: transaction.now), of: "tickets t"),
            failedWork: try count(failed(since: transaction.now), of: "agent_wakeup_requests w"),
            unreadThreads: try count(unread(at: transaction.now), of: "threads"))
    }

    /// The items, kind after kind by how much waits for them, within a kind those first that have waited longest.
    ///
    /// - Parameter place: Behind which they begin; the beginning when missing.
    package func items(
        _ kind: InboxKind? = nil, after place: InboxPlace? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [InboxItem] {
        var items: [InboxItem] = []
        let kinds = InboxKind.allCases.drop { place != nil && $0 != place?.kind }
        for one in kinds where (kind ?? one) == one && items.count < limit {
            let end = Page(place: one == place?.kind ? place : nil, limit: limit - items.count)
            items += try found(one, end, transaction)
        }
        return items
    }

    /// A piece of a kind's items.
    struct Page {
        let place: InboxPlace?
        let limit: Int
        /// Only those with these ids.
        var among: [String]?

        /// What follows a condition: those behind the place, in the order of `moment` and `id`.
        func rest(by moment: SQL, _ id: SQL) -> SQL {
            let behind: SQL = place.map { "AND (\(moment), \(id)) > (\($0.since), \($0.id))" } ?? ""
            let named: SQL = among.map { "AND \(id) IN \(list: $0)" } ?? ""
            return behind + named + "ORDER BY \(moment), \(id) LIMIT \(limit)"
        }
    }

    func found(_ kind: InboxKind, _ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        switch kind {
        case .question: try questionItems(page, transaction)
        case .review: try reviewItems(page, transaction)
        case .budget: try budgetItems(page, transaction)
        case .blockedTicket: try ticketItems(page, transaction)
        case .failedWork: try failureItems(page, transaction)
        case .unreadThread: try threadItems(page, transaction)
        }
    }

    private func questionItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        let found = try transaction.select(Question.self, questions(at: transaction.now) + page.rest(by: "created_at", "id"))
        let numbers = try numbers(of: found.compactMap(\.ticketID), transaction)
        return found.map { question in
            InboxItem(
                .question, id: question.id.rawValue, title: question.prompt, since: question.createdAt,
                employee: question.employeeID, ticket: question.ticketID,
                ticketNumber: question.ticketID.flatMap { numbers[$0] }, thread: question.threadID, questionKind: question.kind,
                options: question.options.value)
        }
    }

    private func ticketItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        try transaction.all(
            Ticket.self,
            "SELECT \(columns: Ticket.self, of: "t") FROM tickets t" + blocked(at: transaction.now)
                + page.rest(by: "t.updated_at", "t.id")
        ).map { ticket in
            InboxItem(
                .blockedTicket, id: ticket.id.rawValue, title: ticket.title, detail: ticket.blockedReason,
                since: ticket.updatedAt, employee: ticket.assigneeID, ticket: ticket.id, ticketNumber: ticket.number,
                thread: ticket.threadID)
        }
    }

    private func failureItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        try transaction.all(
            WakeupRequest.self,
            "SELECT \(columns: WakeupRequest.self, of: "w") FROM agent_wakeup_requests w" + failed(since: transaction.now)
                + page.rest(by: "w.completed_at", "w.id")
        ).map { work in
            InboxItem(
                .failedWork, id: work.id.rawValue, title: "Work was given up: \(work.cause.rawValue)",
                detail: work.lastError, since: work.completedAt ?? work.updatedAt, employee: work.agentID, thread: work.threadID)
        }
    }

    private func threadItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        let found = try transaction.select(
            Thread.self, unread(at: transaction.now) + page.rest(by: "coalesce(last_message_at, created_at)", "id"))
        let counts = try Thread.unread(in: found.map(\.id), by: reader, transaction)
        let members = try Thread.members(of: found.map(\.id), in: transaction)
        let names = try Employee.names(of: Set(members.values.joined().map(\.memberID)), in: transaction)
        return try found.map { thread in
            let others = (members[thread.id] ?? []).filter { $0.memberKind == .employee }
            let latest = try Message.latest(of: thread.id, limit: 1, in: transaction).first
            return InboxItem(
                .unreadThread, id: thread.id.rawValue,
                title: thread.subject ?? others.compactMap { names[$0.memberID] }.joined(separator: ", "),
                detail: latest?.content.cut(to: 200), since: thread.lastMessageAt ?? thread.createdAt,
                employee: latest?.author.employee, thread: thread.id, unread: counts[thread.id])
        }
    }

    func numbers(of tickets: [Ticket.ID], _ transaction: any Transaction) throws -> [Ticket.ID: Int] {
        guard !tickets.isEmpty else { return [:] }
        let rows = try transaction.rows("SELECT id, number FROM tickets WHERE id IN \(list: tickets) AND number IS NOT NULL") {
            (try Ticket.ID(column: $0.value(at: 0)), try Int(column: $0.value(at: 1)))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
