package import Domain

/// Which secrets have been set, for lists and for the log; the secrets themselves are elsewhere.
package enum SecretNames {
    private static let key = "secret_names"

    package static func list(in transaction: any Transaction) throws -> [String] {
        names(in: try Setting.value(of: key, in: transaction))
    }

    /// The same with some settings of the whole program, by one statement.
    package static func listed(
        with keys: [SettingKey], in transaction: any Transaction
    ) throws -> (settings: [SettingKey: JSONValue], names: Set<String>) {
        let rows = try Setting.values(of: keys.map(\.rawValue) + [key], in: transaction)
        let settings: [SettingKey: JSONValue] = keys.reduce(into: [:]) { $0[$1] = rows[$1.rawValue] }
        return (settings, Set(names(in: rows[key])))
    }

    /// Notes that a secret was set, tells every company, and lets what waited for a provider's key go on.
    package static func noteSet(_ name: SecretName, by actor: EventActor, in transaction: any Transaction) throws {
        try put(Set(try list(in: transaction)).union([name.text]), in: transaction)
        for company in try Company.list(in: transaction) {
            try transaction.record(SecretSet(name: name.text, providerID: name.provider), company: company.id, by: actor)
        }
        if let provider = name.provider { try RunCheckpoint.release(at: provider, in: transaction) }
    }

    /// Notes that a secret was taken away, and tells every company.
    package static func noteRemoval(_ name: SecretName, by actor: EventActor, in transaction: any Transaction) throws {
        try put(Set(try list(in: transaction)).subtracting([name.text]), in: transaction)
        for company in try Company.list(in: transaction) {
            try transaction.record(SecretRemoved(name: name.text, providerID: name.provider), company: company.id, by: actor)
        }
    }

    /// The names of all secrets that there may be: those that were set here, those of the providers, and those that a provider's
    /// row names.
    package static func expected(in transaction: any Transaction) throws -> [String] {
        let providers = try Provider.list(in: transaction)
        let named = providers.flatMap { $0.config.value.secretReferences.map(\.reference.name) }
        return Set(try list(in: transaction) + providers.map { SecretName.key(of: $0.id).text } + named).sorted()
    }

    private static func names(in value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }

    private static func put(_ names: Set<String>, in transaction: any Transaction) throws {
        try Setting.put(.array(names.sorted().map { .string($0) }), for: key, in: transaction)
    }
}
