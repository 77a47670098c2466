import Synchronization

/// The secrets of the program: looked up once, and from then on kept out of everything that is written.
package final class Secrets: Sendable {
    package let redactor: Redactor
    private let store: any SecretStore
    private let state = Mutex(State())

    private struct State {
        var known: [String: Result<String?, SecretStoreError>] = [:]
        /// Why the store gave nothing when it was last asked; nothing is asked of it until then.
        var failure: SecretStoreError?
        /// What it gave nothing of, so long as it has given nothing since.
        var closed: String?
        var watchers: [AsyncStream<Void>.Continuation] = []
    }

    package init(store: any SecretStore, redactor: Redactor = Redactor()) {
        self.store = store
        self.redactor = redactor
    }

    package var place: SecretPlace { store.place }

    /// The secret of this name; `nil` when there is none.
    ///
    /// Asks the store the first time only. A store that fails is asked nothing more until ``recheck()``, since it may take long to
    /// say so, and this is called where others wait.
    ///
    /// - Throws: ``SecretStoreError``.
    package func value(of name: String) throws(SecretStoreError) -> String? {
        let (known, failure) = state.withLock { ($0.known[name], $0.failure) }
        if let known { return try known.get() }
        if let failure { throw failure }
        let found: Result<String?, SecretStoreError>
        do throws(SecretStoreError) { found = .success(try store.value(of: name)) } catch { found = .failure(error) }
        if case .success(let value?) = found { redactor.learn(value) }
        if case .success = found { noteOpening() }
        let result = state.withLock { state in
            if case .failure(let error) = found { (state.failure, state.closed) = (error, name) }
            // Whoever set it meanwhile knows better.
            let result = state.known[name] ?? found
            state.known[name] = result
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
        noteOpening()
        state.withLock { $0.known[name.text] = .success(value) }
        return true
    }

    /// Forgets a secret; what is written stays without it.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: ``SecretStoreError``.
    package func remove(_ name: SecretName) throws(SecretStoreError) -> Bool {
        recheck()
        let wasThere = try store.remove(name.text)
        state.withLock { $0.known[name.text] = .success(nil) }
        return wasThere
    }

    /// Tells whenever the store gives what it did not give before.
    package func openings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.watchers.append(continuation) }
        return stream
    }

    /// Asks a store that gave nothing once more; one that did is not asked.
    ///
    /// May wait for another program for some seconds.
    package func retry() {
        guard let name = state.withLock({ $0.closed }) else { return }
        recheck()
        _ = try? value(of: name)  // that it still gives nothing is kept
    }

    private func noteOpening() {
        let watchers = state.withLock { state in
            defer { state.closed = nil }
            return state.closed == nil ? [] : state.watchers
        }
        for watcher in watchers { watcher.yield() }
    }

    /// Asks the store anew for what it did not give.
    package func recheck() {
        state.withLock { state in
            state.known = state.known.filter { if case .failure = $0.value { false } else { true } }
            state.failure = nil
        }
    }
}
