package import Domain

/// A chunk that was found.
package struct ChunkHit: Hashable, Sendable {
    package let source: SearchSource
    package let id: Embedding.ID
}

extension Embedding {
    /// The company's chunks that hold some of the words, the best first; of longer words the beginning will do.
    ///
    /// Each word is taken literally, so that nothing in it is search syntax.
    ///
    /// - Throws: ``StoreError``.
    package static func holding(
        _ words: [String], in company: Company.ID, types: [EmbeddingSource], limit: Int, _ transaction: any Transaction
    ) throws -> [ChunkHit] {
        guard let match = match(words), !types.isEmpty else { return [] }
        return try transaction.rows(
            """
            SELECT e.id, e.source_type, e.source_id FROM embeddings_fts
            CROSS JOIN embeddings e ON e.rowid = embeddings_fts.rowid
            WHERE embeddings_fts MATCH \(match) AND e.company_id = \(company) AND e.source_type IN \(list: types)
            ORDER BY rank, e.id LIMIT \(limit)
            """
        ) { row in
            let source = try SearchSource(
                type: EmbeddingSource(column: row.value(at: 1)), id: String(column: row.value(at: 2)))
            return ChunkHit(source: source, id: try Embedding.ID(column: row.value(at: 0)))
        }
    }

    /// What the words are looked for with; `nil` where there is nothing to look for.
    private static func match(_ words: [String]) -> String? {
        let words = words.prefix(24).map { $0.filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return nil }
        return words.map { $0.count < 4 ? "\"\($0)\"" : "\"\($0)\"*" }.joined(separator: " OR ")
    }

    /// Of chunks that hold some of the words, the places that match.
    ///
    /// - Throws: ``StoreError``.
    package static func snippets(
        of ids: [Embedding.ID], holding words: [String], in transaction: any Transaction
    ) throws -> [Embedding.ID: String] {
        guard let match = match(words), !ids.isEmpty else { return [:] }
        // One walk through what matches, and not one for each chunk.
        let found = try transaction.rows(
            """
            SELECT e.id, snippet(embeddings_fts, 0, '', '', '…', 32) FROM embeddings_fts
            CROSS JOIN embeddings e ON e.rowid = embeddings_fts.rowid
            WHERE embeddings_fts MATCH \(match)
              AND +embeddings_fts.rowid IN (SELECT rowid FROM embeddings WHERE id IN \(list: ids))
            """
        ) { row in (try Embedding.ID(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        return Dictionary(found) { first, _ in first }
    }

    /// A chunk's vector without its words.
    package struct Line: Sendable {
        package let id: Embedding.ID
        package let sourceType: EmbeddingSource
        package let sourceID: String
        package let vector: [Float]
    }

    /// The company's vectors that `model` made, of the length that most of them have.
    ///
    /// - Throws: ``StoreError``.
    package static func lines(by model: String, of company: Company.ID, in transaction: any Transaction) throws -> [Line] {
        let dimension: Int? = try transaction.value(
            """
            SELECT dimension FROM embeddings WHERE company_id = \(company) AND model = \(model) AND dimension > 0
            GROUP BY dimension ORDER BY count(*) DESC, dimension LIMIT 1
            """)
        guard let dimension else { return [] }
        return try transaction.rows(
            """
            SELECT id, source_type, source_id, embedding FROM embeddings
            WHERE company_id = \(company) AND model = \(model) AND dimension = \(dimension) ORDER BY id
            """
        ) { row in
            Line(
                id: try Embedding.ID(column: row.value(at: 0)), sourceType: try EmbeddingSource(column: row.value(at: 1)),
                sourceID: try String(column: row.value(at: 2)), vector: vector(of: try [UInt8](column: row.value(at: 3))) ?? [])
        }
    }

    /// A chunk's words.
    ///
    /// - Throws: ``StoreError``.
    package static func text(of id: Embedding.ID, in transaction: any Transaction) throws -> String {
        try transaction.value("SELECT content_text FROM embeddings WHERE id = \(id)") ?? ""
    }

    /// The beginnings of chunks' words, each on one line.
    ///
    /// - Throws: ``StoreError``.
    package static func beginnings(
        of ids: [Embedding.ID], in transaction: any Transaction
    ) throws -> [Embedding.ID: String] {
        guard !ids.isEmpty else { return [:] }
        let found = try transaction.rows(
            "SELECT id, substr(content_text, 1, 400) FROM embeddings WHERE id IN \(list: ids)"
        ) { row in
            let words = try String(column: row.value(at: 1)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return (
                try Embedding.ID(column: row.value(at: 0)), words.count > 200 ? String(words.prefix(200)) + "…" : words
            )
        }
        return Dictionary(found) { first, _ in first }
    }
}
