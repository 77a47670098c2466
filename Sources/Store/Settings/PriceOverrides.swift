package import Domain

/// The prices that people have put on top of the program's list.
package enum PriceOverrides {
    private static let key = "price_overrides"

    /// The list as a file has it; `nil` where there is none.
    package static func file(in transaction: any Transaction) throws -> JSONValue? {
        try Setting.value(of: key, in: transaction)
    }

    /// Keeps a list that was checked, or none, and tells every company how many prices there are now.
    package static func put(_ file: JSONValue?, by actor: EventActor, in transaction: any Transaction) throws {
        guard try self.file(in: transaction) != file else { return }
        if let file {
            try Setting.put(file, for: key, in: transaction)
        } else {
            try transaction.execute("DELETE FROM settings WHERE key = \(key)")
        }
        let count = file?["entries"]?.array?.count ?? 0
        for company in try Company.list(in: transaction) {
            try transaction.record(
                SettingChanged(key: key, value: ["entries": .integer(Int64(count)), "version": file?["version"] ?? .null]),
                company: company.id, by: actor)
        }
    }
}
