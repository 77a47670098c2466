package import Domain

extension Provider {
    /// What all providers are called that are set up, by their ids.
    ///
    /// - Throws: ``StoreError``.
    package static func names(in transaction: any Transaction) throws -> [String: String] {
        let names = try transaction.rows("SELECT id, name FROM providers") { row in
            (try String(column: row.value(at: 0)), try String(column: row.value(at: 1)))
        }
        return Dictionary(names) { first, _ in first }
    }
}
