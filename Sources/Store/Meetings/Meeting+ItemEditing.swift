package import Domain

extension Meeting {
    /// What may be changed of an action item before it is a ticket.
    package struct ItemChanges: Sendable {
        package var title: String?
        package var description: String?
        package var assigneeID: Employee.ID?
        package var priority: Priority?
        package var dueAt: Timestamp?
        /// Whether nothing comes of it.
        package var declined: Bool?

        package init(
            title: String? = nil, description: String? = nil, assigneeID: Employee.ID? = nil, priority: Priority? = nil,
            dueAt: Timestamp? = nil, declined: Bool? = nil
        ) {
            self.title = title
            self.description = description
            self.assigneeID = assigneeID
            self.priority = priority
            self.dueAt = dueAt
            self.declined = declined
        }
    }

    /// Changes an action item that is no ticket yet; the minutes tell what was agreed and stay as they are.
    ///
    /// - Parameter number: From 1.
    /// - Throws: ``RuleViolation``: a conflict while the meeting is on, and when the item is a ticket.
    package func changeItem(
        _ number: Int, _ changes: ItemChanges, by author: Author, in transaction: any Transaction
    ) throws -> Meeting {
        guard status == .ended else {
            throw RuleViolation.conflict("The meeting is still on: its action items can be changed when it has ended.")
        }
        var items = actionItems.value
        guard number > 0, number <= items.count else { throw RuleViolation.notFound("action item") }
        guard items[number - 1].ticketID == nil else {
            throw RuleViolation.conflict("The action item is a ticket; change that.")
        }
        let keys = try changes.apply(to: &items[number - 1], of: companyID, in: transaction)
        guard !keys.isEmpty else { return self }
        try transaction.execute("UPDATE meetings SET action_items_json = \(JSONColumn(items)) WHERE id = \(id)")
        try transaction.record(
            MeetingItemUpdated(meetingID: id, item: number, patchedKeys: keys), company: companyID, by: author.actor)
        return try current(in: transaction)
    }
}

extension Meeting.ItemChanges {
    /// - Returns: The names of the columns that are different now.
    fileprivate func apply(
        to item: inout ActionItem, of company: Company.ID, in transaction: any Transaction
    ) throws -> [String] {
        var keys: [String] = []
        func set<Value: Equatable>(_ path: WritableKeyPath<ActionItem, Value>, _ value: Value, _ key: String) {
            guard item[keyPath: path] != value else { return }
            item[keyPath: path] = value
            keys.append(key)
        }
        if let title { set(\.title, try RuleViolation.nonBlank(title, "title"), "title") }
        if let description { set(\.description, try RuleViolation.description(description), "description") }
        if let assigneeID {
            let owner = try Employee.requireColleague(assigneeID, of: company, field: "assignee_id", in: transaction)
            set(\.assigneeID, owner.id, "assignee_id")
        }
        if let priority { set(\.priority, priority, "priority") }
        if let dueAt { set(\.dueAt, dueAt, "due_at") }
        if let declined, declined != (item.declinedAt != nil) {
            set(\.declinedAt, declined ? transaction.now : nil, "declined_at")
        }
        return keys
    }
}
