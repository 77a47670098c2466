package import Domain

extension Embedding {
    /// One chunk of a source with its vector.
    package struct Chunk: Hashable, Sendable {
        package let text: String
        package let vector: [Float]
        package let model: String

        package init(_ text: String, _ vector: [Float], by model: String) {
            self.text = text
            self.vector = vector
            self.model = model
        }
    }

    /// The chunks that a source has, in order.
    ///
    /// - Throws: ``StoreError``.
    package static func chunks(of entry: IndexEntry, in transaction: any Transaction) throws -> [Chunk] {
        let rows = try transaction.select(
            Embedding.self,
            """
            WHERE company_id = \(entry.companyID) AND source_type = \(entry.sourceType.rawValue)
              AND source_id = \(entry.sourceID) ORDER BY chunk_index
            """)
        return rows.map { Chunk($0.contentText, vector(of: $0.embedding) ?? [], by: $0.model) }
    }

    /// Puts these chunks in the place of those that the source has.
    ///
    /// - Throws: ``StoreError``.
    package static func replace(
        _ chunks: [Chunk], of entry: IndexEntry, in transaction: any Transaction
    ) throws {
        guard try self.chunks(of: entry, in: transaction) != chunks else { return }
        try transaction.execute(
            """
            DELETE FROM embeddings WHERE company_id = \(entry.companyID) AND source_type = \(entry.sourceType.rawValue)
              AND source_id = \(entry.sourceID)
            """)
        for (place, chunk) in chunks.enumerated() {
            try transaction.insert(
                Embedding(
                    id: transaction.makeID(), companyID: entry.companyID, sourceType: entry.sourceType, sourceID: entry.sourceID,
                    chunkIndex: place, contentText: chunk.text, embedding: bytes(of: chunk.vector), createdAt: transaction.now,
                    model: chunk.model, dimension: chunk.vector.count))
        }
        try SearchIndex.noteChange(of: entry.companyID, in: transaction)
    }
}
