package import Domain

extension OperatorPreferences {
    /// What a person has chosen; what they have not is missing.
    package static func chosen(by reader: Operator.ID, in transaction: any Transaction) throws -> [String: JSONValue] {
        try transaction.select(OperatorPreferences.self, "WHERE operator_id = \(reader)").first?.preferences.value.object ?? [:]
    }

    /// Changes some of what a person has chosen.
    package static func choose(
        _ changes: [String: JSONValue], by reader: Operator.ID, in transaction: any Transaction
    ) throws {
        let chosen = try chosen(by: reader, in: transaction).merging(changes) { _, new in new }
        try transaction.execute(
            """
            INSERT INTO operator_preferences (operator_id, preferences_json, updated_at)
            VALUES (\(reader), \(JSONColumn(JSONValue.object(chosen))), \(transaction.now))
            ON CONFLICT (operator_id) DO UPDATE SET
              preferences_json = excluded.preferences_json, updated_at = excluded.updated_at
            """)
    }
}
