package import Domain

extension OperatorSighting {
    /// Whoever was away no longer than this has missed nothing.
    package static let shortest = Duration.seconds(30 * 60)

    /// Notes that somebody has seen what happened up to an event; it never goes back, nor beyond what there is.
    ///
    /// - Throws: ``StoreError``.
    package static func note(
        _ sequence: Int, of company: Company.ID, by reader: Operator.ID, in transaction: any Transaction
    ) throws -> OperatorSighting {
        let last = try Event.lastSequence(of: company, in: transaction)
        try transaction.execute(
            """
            INSERT INTO operator_sightings (operator_id, company_id, seq, seen_at)
            VALUES (\(reader), \(company), \(min(max(0, sequence), last)), \(transaction.now))
            ON CONFLICT (operator_id, company_id) DO UPDATE SET
              seq = max(seq, excluded.seq), seen_at = max(seen_at, excluded.seen_at)
            """)
        return try latest(of: company, by: reader, in: transaction)
            ?? OperatorSighting(operatorID: reader, companyID: company, seq: 0, seenAt: transaction.now)
    }

    package static func latest(
        of company: Company.ID, by reader: Operator.ID, in transaction: any Transaction
    ) throws -> OperatorSighting? {
        try transaction.select(OperatorSighting.self, "WHERE operator_id = \(reader) AND company_id = \(company)").first
    }
}

/// What happened in a company while somebody was away.
package struct Absence: Hashable, Sendable {
    /// When they were last there, and up to which event they had seen.
    package let since: Timestamp
    package let seq: Int
    package let ticketsDone: Int
    package let failures: Int
    package let questionsAsked: Int
    /// What providers will want to have.
    package let spent: Money

    /// - Returns: `nil` for whoever was never there, or was there a moment ago.
    /// - Throws: ``StoreError``.
    package init?(of reader: Operator.ID, from company: Company.ID, in transaction: any Transaction) throws {
        guard let sighting = try OperatorSighting.latest(of: company, by: reader, in: transaction),
            transaction.now - sighting.seenAt > OperatorSighting.shortest
        else { return nil }
        since = sighting.seenAt
        seq = sighting.seq
        let counts = try transaction.rows(
            """
            SELECT event_type, count(*) FROM events
            WHERE company_id = \(company) AND seq > \(sighting.seq) AND event_type IN \(list: Self.told.map(\.rawValue))
            GROUP BY event_type
            """
        ) { row in (try String(column: row.value(at: 0)), try Int(column: row.value(at: 1))) }
        let found = Dictionary(counts) { $0 + $1 }
        ticketsDone = found[EventType.ticketClosed.rawValue] ?? 0
        failures = found[EventType.workFailed.rawValue] ?? 0
        questionsAsked = found[EventType.questionAsked.rawValue] ?? 0
        spent = try BudgetLedgerEntry.booked(of: company, from: sighting.seenAt + .milliseconds(1), in: transaction).billed
    }

    private static let told: [EventType] = [.ticketClosed, .workFailed, .questionAsked]
}
