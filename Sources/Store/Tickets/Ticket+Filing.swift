package import Domain

extension Ticket {
    /// What a ticket is filed with.
    package struct Draft: Sendable {
        package var title: String
        package var description: String
        package var priority: Priority
        package var assignee: Employee.ID?
        package var labels: [String]
        package var dependencies: [Ticket.ID]
        package var slaHours: Int?
        package var dueAt: Timestamp?
        package var goal: Goal.ID?
        package var parent: Ticket.ID?
        package var clientKey: String?

        package init(
            title: String, description: String = "", priority: Priority = .medium, assignee: Employee.ID? = nil,
            labels: [String] = [],
            dependencies: [Ticket.ID] = [], slaHours: Int? = nil, dueAt: Timestamp? = nil, goal: Goal.ID? = nil,
            parent: Ticket.ID? = nil, clientKey: String? = nil
        ) {
            self.title = title
            self.description = description
            self.priority = priority
            self.assignee = assignee
            self.labels = labels
            self.dependencies = dependencies
            self.slaHours = slaHours
            self.dueAt = dueAt
            self.goal = goal
            self.parent = parent
            self.clientKey = clientKey
        }
    }

    /// How deep tickets may be broken into tickets.
    package static let depthLimit = 5

    /// How many tickets one ticket may be broken into.
    package static let childLimit = 20

    /// Files a ticket and, where the draft names somebody, assigns it.
    ///
    /// A known client key returns that ticket.
    ///
    /// - Parameter cause: Why the assignee is woken.
    /// - Throws: ``RuleViolation``.
    package static func file(
        _ draft: Draft, in company: Company.ID, by author: Author, cause: WakeupCause = .assignment, chain: CauseChain = .root,
        _ transaction: any Transaction
    ) throws -> Ticket {
        if let known = try transaction.known(Ticket.self, clientKey: draft.clientKey, company: company) { return known }
        let parent = try draft.parent.map { try require($0, of: company, field: "parent_ticket_id", in: transaction) }
        if let parent { try parent.requireRoomForChild(in: transaction) }
        for dependency in draft.dependencies { _ = try require(dependency, of: company, field: "dependencies", in: transaction) }
        try requireNoCircle(through: draft.dependencies, below: parent, in: transaction)
        if let goal = draft.goal { _ = try Goal.require(goal, of: company, field: "goal_id", in: transaction) }
        if let assignee = draft.assignee {
            _ = try Employee.requireColleague(assignee, of: company, field: "assignee_id", in: transaction)
        }
        let highest: Int? = try transaction.value("SELECT max(number) FROM tickets WHERE company_id = \(company)")
        let ticket = Ticket(
            id: transaction.makeID(), companyID: company, title: try RuleViolation.nonBlank(draft.title, "title"),
            description: try RuleViolation.description(draft.description), priority: draft.priority, reporterID: author.id,
            reporterKind: author.kind,
            labels: JSONColumn(try RuleViolation.labels(draft.labels)), dependencies: JSONColumn(draft.dependencies),
            slaHours: try RuleViolation.hours(draft.slaHours, "sla_hours"),
            dueAt: draft.dueAt, goalID: draft.goal ?? parent?.goalID, parentTicketID: draft.parent, createdAt: transaction.now,
            updatedAt: transaction.now, clientKey: draft.clientKey, number: (highest ?? 0) + 1)
        try transaction.insert(ticket)
        try transaction.record(
            TicketCreated(
                ticketID: ticket.id, number: ticket.number ?? 0, title: ticket.title, assigneeID: draft.assignee,
                parentTicketID: ticket.parentTicketID, goalID: ticket.goalID, priority: ticket.priority),
            company: company, by: author.actor)
        if let goal = ticket.goalID { try Goal.recount(goal, of: company, reopens: true, in: transaction) }
        _ = try ticket.waitForDependencies(in: transaction)
        if let assignee = draft.assignee {
            try ticket.assign(to: assignee, by: author, cause: cause, chain: chain, in: transaction)
        }
        return try require(ticket.id, of: company, in: transaction)
    }

    private func requireRoomForChild(in transaction: any Transaction) throws {
        guard status != .done else {
            throw RuleViolation.conflict("The ticket \(label) is done, so it cannot be broken into further tickets.")
        }
        var depth = 1
        var above = parentTicketID
        while let current = above, depth <= Self.depthLimit {
            depth += 1
            above = try transaction.value("SELECT parent_ticket_id FROM tickets WHERE id = \(current)")
        }
        guard depth < Self.depthLimit else {
            throw RuleViolation.conflict(
                "Tickets may be broken down \(Self.depthLimit) levels deep at most: do this one as it is.")
        }
        let children: Int = try transaction.value("SELECT count(*) FROM tickets WHERE parent_ticket_id = \(id)") ?? 0
        guard children < Self.childLimit else {
            throw RuleViolation.conflict("The ticket \(label) already has \(Self.childLimit) parts, the most it may have.")
        }
    }
}

extension Ticket {
    /// How people call the ticket: `#12`.
    package var label: String { number.map { "#\($0)" } ?? id.rawValue }

    /// The company's ticket that goes by this name: its id, its key such as `AUR-12`, or its number with or without a `#`.
    package static func named(_ name: String, of company: Company.ID, in transaction: any Transaction) throws -> Ticket? {
        if let ticket = try transaction.find(Ticket.self, Ticket.ID(name)), ticket.companyID == company { return ticket }
        if let key = TicketKey(name) {
            let isOwn = try transaction.exists(
                "SELECT 1 FROM companies WHERE id = \(company) AND ticket_prefix = \(key.prefix)")
            return try isOwn ? numbered(key.number, of: company, in: transaction) : nil
        }
        return try Int(name.drop { $0 == "#" }).flatMap { try numbered($0, of: company, in: transaction) }
    }

    /// The ticket of whichever company that goes by this id or key.
    package static func known(as name: String, in transaction: any Transaction) throws -> Ticket? {
        if let ticket = try transaction.find(Ticket.self, Ticket.ID(name)) { return ticket }
        guard let key = TicketKey(name) else { return nil }
        return try transaction.all(
            Ticket.self,
            """
            SELECT \(columns: Ticket.self, of: "t") FROM companies c JOIN tickets t ON t.company_id = c.id
            WHERE c.ticket_prefix = \(key.prefix) AND t.number = \(key.number)
            """
        ).first
    }

    /// The ticket that people call by this number.
    package static func numbered(_ number: Int, of company: Company.ID, in transaction: any Transaction) throws -> Ticket? {
        try transaction.select(Ticket.self, "WHERE company_id = \(company) AND number = \(number)").first
    }
}
