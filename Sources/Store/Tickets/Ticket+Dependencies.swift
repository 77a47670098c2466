package import Domain

extension Ticket {
    /// The dependencies that are not done.
    ///
    /// - Throws: ``StoreError``.
    package func openDependencies(in transaction: any Transaction) throws -> [Ticket] {
        guard !dependencies.value.isEmpty else { return [] }
        return try transaction.select(
            "WHERE id IN \(list: dependencies.value) AND status <> \(TicketStatus.done) ORDER BY number, id")
    }

    /// All that it depends on, done or not.
    ///
    /// - Throws: ``StoreError``.
    package func allDependencies(in transaction: any Transaction) throws -> [Ticket] {
        guard !dependencies.value.isEmpty else { return [] }
        return try transaction.select("WHERE id IN \(list: dependencies.value) ORDER BY number, id")
    }

    /// The tickets that wait for this one and are not done, at most `limit`.
    ///
    /// - Throws: ``StoreError``.
    package func dependents(limit: Int = 100, in transaction: any Transaction) throws -> [Ticket] {
        try transaction.select(
            """
            WHERE company_id = \(companyID) AND status <> \(TicketStatus.done) AND dependencies_json <> '[]'
              AND EXISTS (SELECT 1 FROM json_each(dependencies_json) d WHERE d.value = \(id)) ORDER BY number, id LIMIT \(limit)
            """)
    }

    /// Blocks the ticket as long as what it depends on is not done.
    ///
    /// - Returns: Whether it waits.
    func waitForDependencies(in transaction: any Transaction) throws -> Bool {
        let waitsFor = try openDependencies(in: transaction)
        guard !waitsFor.isEmpty else { return false }
        try block("Waiting for \(waitsFor.map(\.label).joined(separator: ", "))", by: .orchestrator, in: transaction)
        return true
    }

    /// - Throws: ``RuleViolation`` when the ticket would wait for one that waits for it: a ticket waits for its parts and for
    ///   what it depends on, and a part that waits for the whole would never be done.
    static func requireNoCircle(
        through dependencies: [Ticket.ID], below parent: Ticket?, in transaction: any Transaction
    ) throws {
        guard let parent, !dependencies.isEmpty else { return }
        let isCircle = try transaction.exists(
            """
            WITH RECURSIVE waited(id) AS (
              SELECT id FROM tickets WHERE id IN \(list: dependencies)
              UNION SELECT d.value FROM waited w JOIN tickets t ON t.id = w.id, json_each(t.dependencies_json) d
              UNION SELECT c.id FROM waited w JOIN tickets c ON c.parent_ticket_id = w.id)
            SELECT 1 FROM waited WHERE id = \(parent.id)
            """)
        guard isCircle else { return }
        throw RuleViolation.conflict(
            "A part of \(parent.label) cannot wait for what waits for \(parent.label) itself. Leave that dependency out.")
    }
}
