package import Domain
package import Store

/// How many turns go on at each provider, so that one that is full keeps its own work waiting and nobody else's.
package struct ProviderLoad: Sendable {
    private let choice: ModelChoice
    private var companies: [Company.ID: Company] = [:]
    private var inUse: [Provider.ID: Int] = [:]

    package init(_ choice: ModelChoice) { self.choice = choice }

    /// Counts what goes on now.
    ///
    /// - Throws: ``StoreError``.
    package mutating func count(in transaction: any Transaction) throws {
        let counts = try transaction.rows(
            """
            SELECT provider_id, count(*) FROM agent_wakeup_requests
            WHERE status = 'processing' AND provider_id IS NOT NULL GROUP BY provider_id
            """
        ) { row in (try Provider.ID(column: row.value(at: 0)), try Int(column: row.value(at: 1))) }
        inUse = Dictionary(counts) { $0 + $1 }
        companies = [:]
    }

    /// The provider that the work would be done with, `nil` when it cannot be told: then the turn says why.
    package mutating func provider(of work: WakeupRequest, in transaction: any Transaction) throws -> Provider? {
        let company = try companies[work.companyID] ?? Company.require(work.companyID, in: transaction)
        companies[work.companyID] = company
        do { return try choice.provider(for: work.providerPref.isEmpty ? nil : work.providerPref, of: company) } catch {
            return nil
        }
    }

    /// Whether one more turn may begin at the provider.
    package func hasRoom(at provider: Provider) -> Bool { inUse[provider.id, default: 0] < provider.concurrencyCap }

    /// Decides whether work may begin as far as its provider is concerned, and counts it if so.
    mutating func admit(_ work: WakeupRequest, in transaction: any Transaction) throws -> WakeupRequest.Decision {
        guard let provider = try provider(of: work, in: transaction) else { return .begin(nil) }
        guard hasRoom(at: provider) else { return .pass }
        inUse[provider.id, default: 0] += 1
        return .begin(provider.id)
    }
}
