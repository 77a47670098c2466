package import Domain

extension Ticket {
    /// What may be changed of a ticket without ceremony.
    package struct Changes: Sendable {
        package var title: String?
        package var description: String?
        package var priority: Priority?
        package var labels: [String]?
        /// `.some(nil)` for none from now on.
        package var dueAt: Timestamp??
        /// `.some(nil)` for none from now on.
        package var goal: Goal.ID??

        package init(
            title: String? = nil, description: String? = nil, priority: Priority? = nil, labels: [String]? = nil,
            dueAt: Timestamp?? = nil, goal: Goal.ID?? = nil
        ) {
            self.title = title
            self.description = description
            self.priority = priority
            self.labels = labels
            self.dueAt = dueAt
            self.goal = goal
        }
    }

    /// Changes what is given; what stays as it was is no change.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ changes: Changes, by actor: EventActor, in transaction: any Transaction) throws {
        var edited = self
        if let title = changes.title { edited.title = try RuleViolation.nonBlank(title, "title") }
        if let description = changes.description { edited.description = try RuleViolation.description(description) }
        if let priority = changes.priority { edited.priority = priority }
        if let labels = changes.labels { edited.labels = JSONColumn(try RuleViolation.labels(labels)) }
        if let dueAt = changes.dueAt { edited.dueAt = dueAt }
        if let goal = changes.goal {
            edited.goalID = try goal.map { try Goal.require($0, of: companyID, field: "goal_id", in: transaction).id }
        }
        let keys = [
            ("title", edited.title != title), ("description", edited.description != description),
            ("priority", edited.priority != priority), ("labels", edited.labels != labels), ("due_at", edited.dueAt != dueAt),
            ("goal_id", edited.goalID != goalID),
        ].filter(\.1).map(\.0)
        guard !keys.isEmpty else { return }
        try transaction.execute(
            """
            UPDATE tickets SET title = \(edited.title), description = \(edited.description), priority = \(edited.priority),
              labels_json = \(edited.labels), due_at = \(edited.dueAt), goal_id = \(edited.goalID), updated_at = \(transaction.now)
            WHERE id = \(id)
            """)
        try transaction.record(TicketUpdated(ticketID: id, patchedKeys: keys, status: nil), company: companyID, by: actor)
        guard edited.goalID != goalID else { return }
        for goal in [goalID, edited.goalID].compactMap({ $0 }) {
            try Goal.recount(goal, of: companyID, reopens: goal == edited.goalID && status != .done, in: transaction)
        }
    }

    /// Writes into the ticket's thread.
    ///
    /// The assignee is woken unless it is their own comment.
    ///
    /// - Throws: ``RuleViolation``.
    @discardableResult
    package func comment(
        _ text: String, by author: Author, files: [VaultFile.ID] = [], chain: CauseChain = .root, errand: Errand = Errand(),
        clientKey: String? = nil, in transaction: any Transaction
    ) throws -> Message {
        let thread = try discussion(in: transaction)
        let isKnown = try transaction.known(Message.self, clientKey: clientKey, thread: thread.id) != nil
        let message = try Message.post(
            text, to: thread, by: author, files: files, clientKey: clientKey, cause: chain, errand: errand, in: transaction)
        if isKnown { return message }
        try transaction.record(
            TicketCommentAdded(ticketID: id, messageID: message.id, authorID: author.id), company: companyID, by: author.actor)
        return message
    }

    /// Adds a file to the ticket, once.
    package func attach(_ file: VaultFile.ID, by author: Author, in transaction: any Transaction) throws {
        guard try !transaction.exists("SELECT 1 FROM ticket_attachments WHERE ticket_id = \(id) AND file_id = \(file)") else {
            return
        }
        try transaction.insert(
            TicketAttachment(
                id: transaction.makeID(), ticketID: id, fileID: file, attachedBy: author.id, attachedAt: transaction.now))
        try transaction.record(
            TicketAttachmentAdded(ticketID: id, fileID: file, attachedBy: author.id), company: companyID, by: author.actor)
    }

    package func files(in transaction: any Transaction) throws -> [VaultFile] {
        try transaction.all(
            """
            SELECT \(columns: VaultFile.self, of: "f") FROM ticket_attachments a JOIN file_vault f ON f.id = a.file_id
            WHERE a.ticket_id = \(id) ORDER BY a.attached_at, a.id
            """)
    }
}
