import Synchronization

/// Keeps secrets until the process ends.
package final class MemorySecretStore: SecretStore {
    package let place = SecretPlace(kind: .memory, description: "memory, until the program ends")
    private let values: Mutex<[String: String]>

    package init(_ values: [String: String] = [:]) { self.values = Mutex(values) }

    package func value(of name: String) -> String? { values.withLock { $0[name] } }

    package func set(_ value: String, for name: String) { values.withLock { $0[name] = value } }

    package func remove(_ name: String) -> Bool { values.withLock { $0.removeValue(forKey: name) != nil } }
}
