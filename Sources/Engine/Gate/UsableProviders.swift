import Domain
import Synchronization

/// Which providers are set up well enough to be chosen when nobody names one; found out when it is asked, and once for each.
final class UsableProviders: Sendable {
    private let providers: any ModelProviders
    /// The names of the secrets that were set.
    private let secrets: Mutex<Set<String>> = Mutex([])
    private let known = Mutex<[Provider.ID: Provider.SetUp]>([:])

    init(_ providers: any ModelProviders) { self.providers = providers }

    func contains(_ row: Provider) -> Bool {
        if case .ready = state(of: row) { true } else { false }
    }

    /// Why it cannot be told whether the provider has its key; `nil` where it can.
    func closure(of row: Provider) -> ModelError? {
        if case .closed(let error) = state(of: row) { error } else { nil }
    }

    /// Learns which secrets were set: a provider whose key is one of them and is not there has its key elsewhere.
    func expect(_ names: [String]) {
        secrets.withLock { $0 = Set(names) }
        known.withLock { $0 = [:] }
    }

    private func state(of row: Provider) -> Provider.SetUp {
        guard row.enabled else { return .lacking }
        if let known = known.withLock({ $0[row.id] }) { return known }
        var state = row.setUp(for: providers)
        if case .lacking = state, secrets.withLock({ $0.contains(SecretName.key(of: row.id).text) }) {
            state = .closed(
                ModelError(
                    .secretsClosed,
                    "The secrets cannot be opened where the key of \(row.name) is: it was set, and is not where the server looks."
                ))
        }
        known.withLock { $0[row.id] = state }
        return state
    }
}
