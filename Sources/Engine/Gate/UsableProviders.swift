import Domain
import Synchronization

/// Which providers are set up well enough to be chosen when nobody names one; found out when it is asked, and once for each.
final class UsableProviders: Sendable {
    private let providers: any ModelProviders
    private let known = Mutex<[Provider.ID: Bool]>([:])

    init(_ providers: any ModelProviders) { self.providers = providers }

    func contains(_ row: Provider) -> Bool {
        guard row.enabled else { return false }
        if let known = known.withLock({ $0[row.id] }) { return known }
        let isSetUp = row.isSetUp(for: providers)
        known.withLock { $0[row.id] = isSetUp }
        return isSetUp
    }
}
