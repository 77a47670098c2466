package import Domain

extension Event {
    /// The company's events after `sequence`, in order.
    package static func page(
        of company: Company.ID, after sequence: Int, limit: Int, in transaction: any Transaction
    ) throws -> [Event] {
        try transaction.select("WHERE company_id = \(company) AND seq > \(sequence) ORDER BY seq LIMIT \(limit)")
    }

    /// The number of the company's last event, 0 before the first.
    package static func lastSequence(of company: Company.ID, in transaction: any Transaction) throws -> Int {
        try ChainHead(of: company, transaction).sequence
    }

    /// What is wrong with a company's chain.
    package struct Flaw: Hashable, Codable, Sendable {
        package let companyID: Company.ID
        /// The first event that is not as it was written, or the first that is missing.
        package let seq: Int
        package let reason: String
    }

    /// Walks a company's chain and returns the number of its events and the first flaw, if there is one.
    ///
    /// - Throws: ``StoreError``.
    package static func verify(_ company: Company.ID, in transaction: any Transaction) throws -> (count: Int, flaw: Flaw?) {
        func flaw(_ sequence: Int, _ reason: String) -> Flaw { Flaw(companyID: company, seq: sequence, reason: reason) }
        let unsealed: Int = try transaction.value("SELECT count(*) FROM events WHERE company_id = \(company) AND seq < 1") ?? 0
        if unsealed > 0 { return (0, flaw(0, "\(unsealed) events are not part of the chain")) }
        var head = ChainHead()
        while true {
            let events = try page(of: company, after: head.sequence, limit: 2000, in: transaction)
            if events.isEmpty { return (head.sequence, nil) }
            for event in events {
                guard event.seq == head.sequence + 1 else {
                    return (head.sequence, flaw(head.sequence + 1, "event \(head.sequence + 1) is missing"))
                }
                guard event.prevHash == head.hash else {
                    return (head.sequence, flaw(event.seq, "it does not follow the event before it"))
                }
                guard event.hash == ChainHead.hash(of: event) else {
                    return (head.sequence, flaw(event.seq, "its contents were changed"))
                }
                head = ChainHead(of: event)
            }
        }
    }

    /// The companies that have events, those that are gone included.
    package static func companies(in transaction: any Transaction) throws -> [Company.ID] {
        try transaction.values("SELECT DISTINCT company_id FROM events ORDER BY company_id")
    }
}
