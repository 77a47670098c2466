/// The `vec_embeddings` table of sqlite-vec, which a database has when the extension is there.
///
/// The truth is `embeddings.embedding`; this table only speeds up search, so that a database without it is complete.
package enum VectorTable {
    /// The length of an embedding where nothing else is set.
    package static let defaultDimension = 1536

    /// Makes the table if the extension was loaded, and tells whether there is one now.
    ///
    /// - Throws: ``StoreError``.
    package static func create(dimension: Int = defaultDimension, in transaction: any Transaction) throws -> Bool {
        guard try transaction.exists("SELECT 1 FROM pragma_module_list WHERE name = 'vec0'") else { return false }
        try transaction.execute(
            SQL(
                text:
                    "CREATE VIRTUAL TABLE IF NOT EXISTS vec_embeddings USING vec0(id TEXT PRIMARY KEY, embedding float[\(dimension)])",
                bindings: []))
        return true
    }
}
