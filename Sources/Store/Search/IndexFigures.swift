package import Domain

/// How much a company's index holds.
package struct IndexFigures: Codable, Hashable, Sendable {
    /// Things that can be found.
    package let sources: Int
    package let chunks: Int
    /// Chunks whose vectors are not of the embedder that is chosen.
    package let stale: Int
    /// Things that are to be read.
    package let pending: Int
    /// The number of the last event in the company's log.
    package let lastSequence: Int

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case sources
        case chunks
        case stale
        case pending
        case lastSequence = "last_sequence"
    }

    /// - Parameter embedder: What the vectors are to be made by.
    /// - Throws: ``StoreError``.
    package init(of company: Company.ID, embedder: String, in transaction: any Transaction) throws {
        func count(_ sql: SQL) throws -> Int { try transaction.value(sql) ?? 0 }
        sources = try count(
            """
            SELECT count(*) FROM (SELECT DISTINCT source_type, source_id FROM embeddings WHERE company_id = \(company))
            """)
        chunks = try count("SELECT count(*) FROM embeddings WHERE company_id = \(company)")
        stale = try count("SELECT count(*) FROM embeddings WHERE company_id = \(company) AND model <> \(embedder)")
        pending = try count("SELECT count(*) FROM index_queue WHERE company_id = \(company)")
        lastSequence = try Event.lastSequence(of: company, in: transaction)
    }
}
