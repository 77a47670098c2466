package import Domain

extension Meeting {
    /// Makes a ticket of an action item, or returns the one that it has become.
    ///
    /// - Parameter number: From 1.
    /// - Throws: ``RuleViolation``.
    package func confirmItem(_ number: Int, by author: Author, in transaction: any Transaction) throws -> Ticket {
        guard status == .ended else {
            throw RuleViolation.conflict("The meeting is still on: its action items can be confirmed when it has ended.")
        }
        var items = actionItems.value
        guard number > 0, number <= items.count else { throw RuleViolation.notFound("action item") }
        let item = items[number - 1]
        if let known = item.ticketID, let ticket = try transaction.find(Ticket.self, known) { return ticket }
        guard item.declinedAt == nil else {
            throw RuleViolation.conflict("The action item was declined; take it up again first.")
        }
        let ticket = try Ticket.file(
            Ticket.Draft(
                title: item.title, description: try description(of: item, number), priority: item.priority ?? .medium,
                assignee: try owner(of: item, in: transaction), labels: ["meeting"], dueAt: item.dueAt,
                goal: try goal(in: transaction)), in: companyID, by: author, transaction)
        items[number - 1].ticketID = ticket.id
        try transaction.execute("UPDATE meetings SET action_items_json = \(JSONColumn(items)) WHERE id = \(id)")
        return ticket
    }

    /// Makes tickets of all action items that are none yet.
    ///
    /// - Throws: ``RuleViolation``.
    package func confirmItems(by author: Author, in transaction: any Transaction) throws -> [Ticket] {
        try actionItems.value.enumerated().filter { $0.element.isOpen }.map { index, _ in
            try current(in: transaction).confirmItem(index + 1, by: author, in: transaction)
        }
    }

    private func description(of item: ActionItem, _ number: Int) throws -> String {
        let words = item.description.map { "\($0.cut(to: 8000))\n\n" } ?? ""
        return words + "Action item \(number) of the meeting “\(subject)” (\(id)), held \(startedAt.dayText)."
    }

    /// The owner, or whoever took over from them since.
    private func owner(of item: ActionItem, in transaction: any Transaction) throws -> Employee.ID? {
        guard let id = item.assigneeID, let employee = try Employee.standIn(for: id, in: transaction),
            employee.companyID == companyID
        else { return nil }
        return employee.id
    }

    private func goal(in transaction: any Transaction) throws -> Goal.ID? {
        try goalID.flatMap { try transaction.find(Goal.self, $0) }.flatMap { $0.companyID == companyID ? $0.id : nil }
    }
}
