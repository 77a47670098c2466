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
        /// What was set, so that it is somewhere even where it is not found.
        var expected: Set<String> = []
        /// What was looked for and not found.
        var missed: Set<String> = []
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
        if case .success(let value) = found { noteOpening(finding: value == nil ? nil : name) }
        let result = state.withLock { state in
            if case .failure(let error) = found { (state.failure, state.closed) = (error, name) }
            if case .success(nil) = found { state.missed.insert(name) }
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
        state.withLock { state in
            state.known[name.text] = .success(value)
            state.expected.insert(name.text)
            state.missed.remove(name.text)
        }
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
        expectNoMore(name)
        return wasThere
    }

    /// Makes sure that the store can be opened now, whatever it has given before.
    ///
    /// - Throws: ``SecretStoreError``.
    package func requireOpen(for name: SecretName) throws(SecretStoreError) {
        if let value = try store.value(of: name.text) { redactor.learn(value) }
    }

    /// Learns which secrets were set, here or by an earlier server: one of them that is not found is elsewhere, or is to come back.
    package func expect(_ names: [String]) { state.withLock { $0.expected.formUnion(names) } }

    /// Takes back that a secret was set.
    package func expectNoMore(_ name: SecretName) { state.withLock { _ = $0.expected.remove(name.text) } }

    /// Whether a secret of this name was set, wherever it is.
    package func isExpected(_ name: SecretName) -> Bool { state.withLock { $0.expected.contains(name.text) } }

    /// Tells whenever the store gives what it did not give before.
    package func openings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.watchers.append(continuation) }
        return stream
    }

    /// Asks the store once more for what it did not give though it was set; what it gave is not asked for again.
    ///
    /// May wait for another program for some seconds. Nobody else waits meanwhile: until there is an answer, whoever asks is told
    /// what was known before.
    package func retry() {
        let names = state.withLock { state in
            let missing = state.expected.filter { state.known[$0]?.hasValue != true }
            return missing.union(state.known.filter { $0.value.isFailure }.keys).union(state.closed.map { [$0] } ?? []).sorted()
        }
        for name in names { guard asksAnew(name) else { return } }
    }

    /// - Returns: Whether the store answered.
    private func asksAnew(_ name: String) -> Bool {
        let found: String?
        do throws(SecretStoreError) { found = try store.value(of: name) } catch {
            state.withLock { state in
                guard state.failure != nil else { return }
                state.failure = error
                state.known = state.known.mapValues { $0.isFailure ? .failure(error) : $0 }
            }
            return false
        }
        if let found { redactor.learn(found) }
        let watchers = state.withLock { state in
            var isNews = state.closed != nil
            (state.failure, state.closed) = (nil, nil)
            let before = state.known[name]
            state.known = state.known.filter { !$0.value.isFailure }
            // Whoever set it or took it away meanwhile knows better.
            let isMissing = before.map { $0.isFailure || !$0.hasValue && state.expected.contains(name) } ?? true
            if isMissing {
                state.known[name] = .success(found)
                if found == nil { state.missed.insert(name) } else if state.missed.remove(name) != nil { isNews = true }
            }
            return isNews ? state.watchers : []
        }
        for watcher in watchers { watcher.yield() }
        return true
    }

    private func noteOpening(finding name: String? = nil) {
        let watchers = state.withLock { state in
            let isFound = name.flatMap { state.missed.remove($0) } != nil
            defer { state.closed = nil }
            return isFound || state.closed != nil ? state.watchers : []
        }
        for watcher in watchers { watcher.yield() }
    }

    /// Has the store be asked anew for what it did not give, by whoever needs it next.
    package func recheck() {
        state.withLock { state in
            state.known = state.known.filter { $0.value.hasValue }
            state.failure = nil
        }
    }
}

extension Result<String?, SecretStoreError> {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }

    fileprivate var hasValue: Bool { if case .success(.some) = self { true } else { false } }
}
