package import Domain

extension IndexEntry {
    /// Notes that something has to be read, for the first time or again.
    ///
    /// - Throws: ``StoreError``.
    static func queue(
        _ type: EmbeddingSource, _ id: String, of company: Company.ID, afresh: Bool = false, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO index_queue (company_id, source_type, source_id, is_afresh, queued_at)
            VALUES (\(company), \(type.rawValue), \(id), \(afresh), \(transaction.now))
            ON CONFLICT (company_id, source_type, source_id) DO UPDATE SET revision = revision + 1, attempts = 0,
              is_afresh = max(is_afresh, excluded.is_afresh)
            """)
    }

    /// What is to be read next, the first queued first.
    ///
    /// - Parameter retrying: Also what could not be had before, for which it may be tried again now.
    /// - Throws: ``StoreError``.
    package static func next(
        of company: Company.ID, retrying: Bool, limit: Int, in transaction: any Transaction
    ) throws -> [IndexEntry] {
        let those: SQL = retrying ? "" : "AND attempts = 0"
        return try transaction.select(
            "WHERE company_id = \(company) \(those) ORDER BY attempts, queued_at, rowid LIMIT \(limit)")
    }

    /// Takes it out of the queue, unless there is a new reason to read it.
    ///
    /// - Throws: ``StoreError``.
    package func settle(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM index_queue WHERE \(isThis) AND revision = \(revision)")
    }

    /// Leaves it in the queue for another time.
    ///
    /// - Throws: ``StoreError``.
    package func putOff(in transaction: any Transaction) throws {
        try transaction.execute("UPDATE index_queue SET attempts = attempts + 1 WHERE \(isThis) AND revision = \(revision)")
    }

    private var isThis: SQL {
        "company_id = \(companyID) AND source_type = \(sourceType.rawValue) AND source_id = \(sourceID)"
    }
}
