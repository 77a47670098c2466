import Domain
import Synchronization

/// Secrets in memory that nobody can look at while it is closed, as a file without its passphrase.
package final class ClosableSecretStore: SecretStore {
    package var place: SecretPlace { store.place }
    private let store: MemorySecretStore
    private let isClosed = Mutex(false)

    package init(_ values: [String: String] = [:]) { store = MemorySecretStore(values) }

    package func close() { isClosed.withLock { $0 = true } }

    package func open() { isClosed.withLock { $0 = false } }

    package func value(of name: String) throws(SecretStoreError) -> String? {
        try requireOpen()
        return store.value(of: name)
    }

    package func set(_ value: String, for name: String) throws(SecretStoreError) {
        try requireOpen()
        store.set(value, for: name)
    }

    package func remove(_ name: String) throws(SecretStoreError) -> Bool {
        try requireOpen()
        return store.remove(name)
    }

    private func requireOpen() throws(SecretStoreError) {
        guard !isClosed.withLock({ $0 }) else { throw .wrongPassphrase(path: "vault") }
    }
}
