package import Domain

extension SearchIndex {
    /// The index as it stands; one that has not begun where there is none.
    ///
    /// - Throws: ``StoreError``.
    package static func of(_ company: Company.ID, in transaction: any Transaction) throws -> SearchIndex {
        try transaction.select(SearchIndex.self, "WHERE company_id = \(company)").first ?? SearchIndex(companyID: company)
    }

    /// The companies of whose log something has not been taken in, or for which something waits.
    ///
    /// - Throws: ``StoreError``.
    package static func behind(in transaction: any Transaction) throws -> [Company.ID] {
        try transaction.values(
            """
            SELECT c.id FROM companies c LEFT JOIN search_indexes s ON s.company_id = c.id
            WHERE c.status <> \(CompanyStatus.archived) AND (
              coalesce((SELECT max(seq) FROM events e WHERE e.company_id = c.id), 0) > coalesce(s.position, 0)
              OR EXISTS (SELECT 1 FROM index_queue q WHERE q.company_id = c.id))
            ORDER BY c.id
            """)
    }

    /// Whether there are events in the company's log that were not taken in.
    ///
    /// - Throws: ``StoreError``.
    package static func isBehind(_ company: Company.ID, in transaction: any Transaction) throws -> Bool {
        try of(company, in: transaction).position < Event.lastSequence(of: company, in: transaction)
    }

    /// Takes in the next events of the company's log: notes what they change, and how far it has come, at once.
    ///
    /// - Returns: Whether there may be more.
    /// - Throws: ``StoreError``.
    package static func follow(_ company: Company.ID, limit: Int = 500, in transaction: any Transaction) throws -> Bool {
        let index = try of(company, in: transaction)
        let events = try Event.page(of: company, after: index.position, limit: limit, in: transaction)
        guard let last = events.last else { return false }
        for event in events { try event.queueSources(in: transaction) }
        try put("position", .integer(Int64(last.seq)), for: company, in: transaction)
        return events.count == limit
    }

    /// Has everything read again that is there or has been; the vectors that there are serve until then.
    ///
    /// What waits for that already is not asked for twice.
    ///
    /// - Returns: How many things that are.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func rebuild(_ company: Company.ID, by actor: EventActor, in transaction: any Transaction) throws -> Int {
        let waiting = try transaction.select(IndexEntry.self, "WHERE company_id = \(company) AND is_afresh = 1")
        let known = Set(waiting.map { Source(type: $0.sourceType, id: $0.sourceID) })
        let sources = try sources(of: company, in: transaction).filter { !known.contains($0) }
        guard !sources.isEmpty else { return 0 }
        for source in sources {
            try IndexEntry.queue(source.type, source.id, of: company, afresh: true, in: transaction)
        }
        try forgetFailures(of: company, in: transaction)
        try transaction.record(IndexRebuildRequested(sources: sources.count), company: company, by: actor)
        return sources.count
    }

    /// Says who makes the vectors from now on; when that is somebody else, everything is read again.
    ///
    /// - Throws: ``StoreError``.
    package static func choose(_ embedder: String, for company: Company.ID, in transaction: any Transaction) throws {
        let index = try of(company, in: transaction)
        guard index.embedder != embedder else { return }
        try put("embedder", .text(embedder), for: company, in: transaction)
        try forgetFailures(of: company, in: transaction)
        guard !index.embedder.isEmpty else { return }
        for source in try embedded(of: company, in: transaction) {
            try IndexEntry.queue(source.type, source.id, of: company, in: transaction)
        }
    }

    /// Lets the provider be asked at once, as if it had never failed.
    ///
    /// - Throws: ``StoreError``.
    package static func forgetFailures(of company: Company.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE search_indexes SET failures = 0, error = NULL, retry_at = NULL WHERE company_id = \(company)")
    }

    /// Notes that the provider could not be asked or gave nothing.
    ///
    /// - Throws: ``StoreError``.
    package static func noteFailure(
        _ reason: String, of company: Company.ID, retryAt: Timestamp?, in transaction: any Transaction
    ) throws {
        try open(company, in: transaction)
        try transaction.execute(
            """
            UPDATE search_indexes SET failures = failures + 1, error = \(reason), retry_at = \(retryAt)
            WHERE company_id = \(company)
            """)
    }

    /// Notes that the company's vectors have changed.
    static func noteChange(of company: Company.ID, in transaction: any Transaction) throws {
        try open(company, in: transaction)
        try transaction.execute(
            """
            UPDATE search_indexes SET generation = generation + 1, indexed_at = \(transaction.now)
            WHERE company_id = \(company)
            """)
    }

    private static func open(_ company: Company.ID, in transaction: any Transaction) throws {
        try transaction.execute("INSERT INTO search_indexes (company_id) VALUES (\(company)) ON CONFLICT DO NOTHING")
    }

    private static func put(
        _ column: SQL, _ value: ColumnValue, for company: Company.ID, in transaction: any Transaction
    ) throws {
        try open(company, in: transaction)
        let binding = SQL(text: "?", bindings: [value])
        try transaction.execute("UPDATE search_indexes SET \(column) = \(binding) WHERE company_id = \(company)")
    }
}
