import Domain

/// What a person is to decide that no employee has asked.
extension Inbox {
    func reviewItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        let found = try transaction.all(
            TicketReview.self,
            "SELECT \(columns: TicketReview.self, of: "r") FROM ticket_reviews r JOIN tickets t ON t.id = r.ticket_id"
                + reviews(at: transaction.now) + page.rest(by: "r.created_at", "r.id"))
        let tickets = try transaction.select(Ticket.self, "WHERE id IN \(list: found.map(\.ticketID))")
        return found.compactMap { review in
            guard let ticket = tickets.first(where: { $0.id == review.ticketID }) else { return nil }
            return InboxItem(
                .review, id: review.id.rawValue, title: ticket.title, detail: review.result.cut(to: 400), since: review.createdAt,
                employee: review.requestedBy, ticket: ticket.id, ticketNumber: ticket.number, thread: ticket.threadID)
        }
    }

    func budgetItems(_ page: Page, _ transaction: any Transaction) throws -> [InboxItem] {
        let found = try transaction.rows(
            "SELECT p.id, \(Self.holdingSince) FROM budget_policies p" + holding(in: transaction)
                + page.rest(by: Self.holdingSince, "p.id")
        ) { (try BudgetPolicy.ID(column: $0.value(at: 0)), try Timestamp(column: $0.value(at: 1))) }
        let policies = try transaction.select(BudgetPolicy.self, "WHERE id IN \(list: found.map(\.0))")
        let month = try Company.budgetMonth(of: company, in: transaction)
        let months = try BudgetMonth.all(policies, of: company, month, in: transaction)
        let names = try BudgetPolicy.scopeNames(of: policies, in: transaction)
        return found.compactMap { id, since in
            guard let policy = policies.first(where: { $0.id == id }) else { return nil }
            let whose = names[id] ?? "somebody"
            let spent = months[id]?.spent ?? .zero
            return InboxItem(
                .budget, id: id.rawValue,
                title: policy.hardCapUsd > .zero
                    ? "The budget of \(whose) is used up" : "The budget of \(whose) allows no model call",
                detail: "$\(spent) of $\(policy.hardCapUsd) spent; what costs money waits", since: since,
                employee: policy.scopeKind == .employee ? Employee.ID(policy.scopeRefID) : nil)
        }
    }
}
