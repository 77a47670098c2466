import Domain
import Synchronization

/// Which providers are set up well enough to be chosen when nobody names one; found out when it is asked, and once for each.
final class UsableProviders: Sendable {
    private let providers: any ModelProviders
    /// The names of the secrets that were set: a provider whose key is one of them and is not there has its key elsewhere.
    private let secrets: Set<String>
    private let known = Mutex<[Provider.ID: Provider.SetUp]>([:])

    init(_ providers: any ModelProviders, secrets: Set<String>) {
        self.providers = providers
        self.secrets = secrets
    }

    func contains(_ row: Provider) -> Bool {
        if case .ready = state(of: row) { true } else { false }
    }

    /// Why it cannot be told whether the provider has its key; `nil` where it can.
    func closure(of row: Provider) -> ModelError? {
        if case .closed(let error) = state(of: row) { error } else { nil }
    }

    private func state(of row: Provider) -> Provider.SetUp {
        guard row.enabled else { return .lacking(nil) }
        if let known = known.withLock({ $0[row.id] }) { return known }
        var state = row.setUp(for: providers)
        // What lacks anything else does not get it by waiting.
        if case .lacking(let error?) = state, error.class == .unauthorized,
            secrets.contains(SecretName.key(of: row.id).text)
        {
            state = .closed(.keyIsElsewhere(row))
        }
        known.withLock { $0[row.id] = state }
        return state
    }
}
