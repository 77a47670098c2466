import Synchronization

/// The secrets of the program: looked up once, and from then on kept out of everything that is written.
package final class Secrets: Sendable {
    package let redactor: Redactor
    private let store: any SecretStore
    private let known = Mutex<[String: Result<String?, SecretStoreError>]>([:])

    package init(store: any SecretStore, redactor: Redactor = Redactor()) {
        self.store = store
        self.redactor = redactor
    }

    package var place: SecretPlace { store.place }

    /// The secret of this name; `nil` when there is none.
    ///
    /// Asks the store the first time only, also where that failed; see ``recheck()``.
    ///
    /// - Throws: ``SecretStoreError``.
    package func value(of name: String) throws(SecretStoreError) -> String? {
        if let known = known.withLock({ $0[name] }) { return try known.get() }
        let found: Result<String?, SecretStoreError>
        do throws(SecretStoreError) { found = .success(try store.value(of: name)) } catch { found = .failure(error) }
        if case .success(let value?) = found { redactor.learn(value) }
        // Whoever set it meanwhile knows better.
        let result = known.withLock { known in
            let result = known[name] ?? found
            known[name] = result
            return result
        }
        return try result.get()
    }

    /// Keeps a secret.
    ///
    /// - Returns: Whether it is another than before.
    /// - Throws: ``SecretStoreError``.
    package func set(_ value: String, for name: SecretName) throws(SecretStoreError) -> Bool {
        redactor.learn(value)
        recheck()
        let before = try self.value(of: name.text)
        guard before != value else { return false }
        try store.set(value, for: name.text)
        known.withLock { $0[name.text] = .success(value) }
        return true
    }

    /// Forgets a secret; what is written stays without it.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: ``SecretStoreError``.
    package func remove(_ name: SecretName) throws(SecretStoreError) -> Bool {
        recheck()
        let wasThere = try store.remove(name.text)
        known.withLock { $0[name.text] = .success(nil) }
        return wasThere
    }

    /// Asks the store anew for what it did not give.
    package func recheck() {
        known.withLock { known in
            known = known.filter { if case .failure = $0.value { false } else { true } }
        }
    }
}
