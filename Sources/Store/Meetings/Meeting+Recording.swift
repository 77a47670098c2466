package import Domain

// What the tools of a meeting write, each on behalf of the turn that goes on.
extension Meeting {
    package static let decisionLimit = 50
    package static let itemLimit = 50

    /// Enters a decision; the same words twice are one.
    ///
    /// - Throws: ``RuleViolation``.
    package func decide(_ text: String, in transaction: any Transaction) throws {
        let text = try RuleViolation.nonBlank(text, "decision", limit: 2000)
        guard !decisions.value.contains(where: { $0.text == text }) else { return }
        guard decisions.value.count < Self.decisionLimit else {
            throw RuleViolation.conflict("A meeting has at most \(Self.decisionLimit) decisions.")
        }
        let all = decisions.value + [Decision(text: text, at: transaction.now)]
        try transaction.execute("UPDATE meetings SET decisions_json = \(JSONColumn(all)) WHERE id = \(id)")
    }

    /// Enters an action item and returns its number; one with the same title and owner is that one.
    ///
    /// - Throws: ``RuleViolation``.
    package func addItem(_ item: ActionItem, in transaction: any Transaction) throws -> Int {
        var item = item
        item.title = try RuleViolation.nonBlank(item.title, "title")
        let items = actionItems.value
        if let known = items.firstIndex(where: { $0.title == item.title && $0.assigneeID == item.assigneeID }) {
            return known + 1
        }
        guard items.count < Self.itemLimit else {
            throw RuleViolation.conflict("A meeting has at most \(Self.itemLimit) action items.")
        }
        try transaction.execute("UPDATE meetings SET action_items_json = \(JSONColumn(items + [item])) WHERE id = \(id)")
        return items.count + 1
    }

    /// Enters where somebody stands, in place of what they said before.
    ///
    /// - Throws: ``RuleViolation``.
    package func state(_ position: Position, in transaction: any Transaction) throws {
        var position = position
        position.reason = try RuleViolation.nonBlank(position.reason, "reason", limit: 2000)
        let all = positions.value.filter { $0.employeeID != position.employeeID } + [position]
        try transaction.execute("UPDATE meetings SET positions_json = \(JSONColumn(all)) WHERE id = \(id)")
    }

    /// Gives the floor after this turn.
    ///
    /// - Throws: ``RuleViolation`` when the colleague is not in the meeting.
    package func giveFloor(
        to employee: Employee.ID, question: String?, in turn: Turn, _ transaction: any Transaction
    ) throws {
        let present = try state(in: transaction).others.map(\.id)
        guard present.contains(employee) else {
            throw RuleViolation.invalid(field: "employee_id", reason: "must be somebody who is in this meeting besides the chair")
        }
        try transaction.execute(
            "UPDATE meeting_turns SET gives_to = \(employee), gives_question = \(question) WHERE id = \(turn.id)")
    }

    /// Ends the discussion with this turn.
    package func closeDiscussion(in turn: Turn, _ transaction: any Transaction) throws {
        try transaction.execute("UPDATE meeting_turns SET closes_discussion = 1 WHERE id = \(turn.id)")
    }

    /// Notes that the speaker has nothing to say.
    package func pass(in turn: Turn, _ transaction: any Transaction) throws {
        try transaction.execute("UPDATE meeting_turns SET is_pass = 1 WHERE id = \(turn.id)")
    }
}
