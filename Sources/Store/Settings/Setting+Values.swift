package import Domain

extension Setting {
    /// The value of a setting of the whole program, `nil` where it was never set.
    package static func value(of key: String, in transaction: any Transaction) throws -> JSONValue? {
        try transaction.select(Setting.self, "WHERE key = \(key)").first?.value.value
    }

    /// The values of several settings of the whole program, those that were set.
    package static func values(of keys: [SettingKey], in transaction: any Transaction) throws -> [SettingKey: JSONValue] {
        let values = try values(of: keys.map(\.rawValue), in: transaction)
        return keys.reduce(into: [:]) { $0[$1] = values[$1.rawValue] }
    }

    static func values(of keys: [String], in transaction: any Transaction) throws -> [String: JSONValue] {
        let rows = try transaction.select(Setting.self, "WHERE key IN \(list: keys)")
        return rows.reduce(into: [:]) { $0[$1.key] = $1.value.value }
    }

    package static func put(_ value: JSONValue, for key: String, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO settings (key, value_json, scope, updated_at) VALUES (\(key), \(JSONColumn(value)), \(SettingScope.global), \(transaction.now))
            ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json, updated_at = excluded.updated_at
            """)
    }
}
