package import Domain
import Synchronization

/// How each provider has fared of late: which are left alone for a while, and until when.
///
/// It is kept in memory; a server that starts anew gives every provider the benefit of the doubt.
package final class ProviderHealth: Sendable {
    private struct Entry {
        /// As it was set up when the breaker learned what it knows; set up otherwise it is another matter.
        var row: Provider
        var breaker = CircuitBreaker()
    }

    private struct State {
        var entries: [Provider.ID: Entry] = [:]
        var watchers: [AsyncStream<Void>.Continuation] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Why the provider is not to be asked at `now`; `nil` when it may be.
    package func refusal(of provider: Provider, at now: Timestamp) -> CircuitBreaker.Refusal? {
        state.withLock { $0.entries[provider.id].flatMap { $0.row == provider ? $0.breaker.refusal(at: now) : nil } }
    }

    /// Whether only one call may be begun, to try the provider out.
    package func isOnTrial(_ provider: Provider, at now: Timestamp) -> Bool {
        state.withLock { $0.entries[provider.id].map { $0.row == provider && $0.breaker.isOnTrial(at: now) } ?? false }
    }

    /// Begins a call, unless there is a reason against it.
    func enter(_ provider: Provider, at now: Timestamp) -> CircuitBreaker.Refusal? {
        change(provider) { $0.enter(at: now) }
    }

    /// The provider has answered.
    ///
    /// - Returns: Whether it was left alone until now.
    @discardableResult
    package func succeed(_ provider: Provider) -> Bool {
        change(provider) { breaker in
            let wasAway = !breaker.isClosed
            breaker.succeed()
            return wasAway
        }
    }

    /// Forgets all that is known of a provider, whose key is another one now.
    ///
    /// - Returns: Whether it was left alone until now.
    @discardableResult
    package func forget(_ provider: Provider.ID) -> Bool {
        let (wasAway, watchers) = state.withLock { state in
            let entry = state.entries.removeValue(forKey: provider)
            return (entry?.breaker.isClosed == false, state.watchers)
        }
        if wasAway { for watcher in watchers { watcher.yield() } }
        return wasAway
    }

    /// The secrets can be opened again, so that those whose keys they are have become worth asking.
    package func noteOpening() {
        for watcher in state.withLock({ $0.watchers }) { watcher.yield() }
    }

    /// A call was given up without saying anything of the provider.
    func leave(_ provider: Provider, at now: Timestamp) { change(provider) { $0.leave(at: now) } }

    /// - Returns: Why it is left alone from now on, where it was not before.
    @discardableResult
    func fail(_ provider: Provider, _ error: ModelError, at now: Timestamp) -> CircuitBreaker.Refusal? {
        change(provider) { breaker in
            let wasClosed = breaker.isClosed
            breaker.fail(error, at: now)
            return wasClosed ? breaker.refusal(at: now) : nil
        }
    }

    /// Tells whenever a provider has become worth asking, or has ceased to be.
    package func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.watchers.append(continuation) }
        return stream
    }

    private func change<Result>(_ provider: Provider, _ change: (inout CircuitBreaker) -> Result) -> Result {
        let (result, watchers) = state.withLock { state in
            var entry = state.entries[provider.id] ?? Entry(row: provider)
            if entry.row != provider { entry = Entry(row: provider) }
            let before = entry.breaker
            let result = change(&entry.breaker)
            state.entries[provider.id] = entry
            return (result, before.isClosed == entry.breaker.isClosed ? [] : state.watchers)
        }
        for watcher in watchers { watcher.yield() }
        return result
    }
}
