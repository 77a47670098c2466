package import Domain

extension Setting {
    /// How many turns may go on at the same time, where somebody has said so.
    package static func slots(in transaction: any Transaction) throws -> Int? {
        guard let number = try value(of: SettingKey.slots.rawValue, in: transaction)?.integer, number > 0 else { return nil }
        return Int(clamping: min(number, 512))
    }

    /// The strategy, where somebody has chosen one.
    package static func strategy(in transaction: any Transaction) throws -> RuntimeStrategy? {
        try value(of: SettingKey.strategy.rawValue, in: transaction)?.string.flatMap(RuntimeStrategy.init(reading:))
    }

    /// Changes a setting of the whole program, or puts it back to what the program comes with, and tells every company.
    ///
    /// - Parameter value: `nil` to put it back.
    /// - Throws: ``RuleViolation`` when the value is not one that the setting can have.
    package static func change(
        _ key: SettingKey, to value: JSONValue?, by actor: EventActor, in transaction: any Transaction
    ) throws {
        if let value { try key.check(value) }
        guard try self.value(of: key.rawValue, in: transaction) != value else { return }
        if let value {
            try put(value, for: key.rawValue, in: transaction)
        } else {
            try transaction.execute("DELETE FROM settings WHERE key = \(key.rawValue)")
        }
        for company in try Company.list(in: transaction) {
            try transaction.record(SettingChanged(key: key.rawValue, value: value ?? .null), company: company.id, by: actor)
        }
    }
}
