package import Domain
package import Store

/// How many turns go on at each provider and which are left alone for a while, so that one that is full or fails keeps its own
/// work waiting and nobody else's.
package struct ProviderLoad: Sendable {
    private let choice: ModelChoice
    private let health: ProviderHealth
    private let roles: RoleCatalog
    private let employees: [Employee.ID: Employee]
    private var companies: [Company.ID: Company] = [:]
    private var inUse: [Provider.ID: Int] = [:]
    /// The providers that are being tried out by work which was admitted since they were counted.
    private var onTrial: Set<Provider.ID> = []
    /// When the first of the providers that are left alone is worth asking again.
    private(set) var reopening: Timestamp?

    /// - Parameter employees: Those who are known already, and need not be looked up.
    package init(_ choice: ModelChoice, health: ProviderHealth, roles: RoleCatalog, know employees: [Employee] = []) {
        self.employees = Dictionary(employees.map { ($0.id, $0) }) { first, _ in first }
        self.choice = choice
        self.health = health
        self.roles = roles
    }

    /// Why work cannot begin as far as its provider is concerned.
    package enum Obstacle: Hashable, Sendable {
        /// It has as many turns as it may have.
        case cap(Provider)
        /// It has failed, and is left alone for a while.
        case away(Provider, CircuitBreaker.Refusal)
        /// A call that goes on tries it out.
        case onTrial(Provider)
    }

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
        onTrial = []
        reopening = nil
    }

    /// What keeps the work from beginning; `nil` when its provider has room, or when it cannot be told who that is: then the turn
    /// says why.
    package mutating func obstacle(to work: WakeupRequest, in transaction: any Transaction) throws -> Obstacle? {
        try place(for: work, in: transaction).obstacle
    }

    /// Decides whether work may begin as far as its provider is concerned, and counts it if so.
    mutating func admit(_ work: WakeupRequest, in transaction: any Transaction) throws -> WakeupRequest.Decision {
        let (provider, obstacle) = try place(for: work, in: transaction)
        guard obstacle == nil else { return .pass }
        guard let provider else { return .begin(nil) }
        inUse[provider.id, default: 0] += 1
        if health.isOnTrial(provider, at: transaction.now) { onTrial.insert(provider.id) }
        return .begin(provider.id)
    }

    /// The first provider of the chain that is worth asking has room, or the work waits for it.
    private mutating func place(
        for work: WakeupRequest, in transaction: any Transaction
    ) throws -> (provider: Provider?, obstacle: Obstacle?) {
        let company = try companies[work.companyID] ?? Company.require(work.companyID, in: transaction)
        companies[work.companyID] = company
        let wish = ProviderWish(line: work.providerPref)
        var chain: [Provider]
        do { chain = try choice.chain(for: wish, of: company) } catch { return (nil, nil) }
        if let first = chain.first, objection(to: first, transaction.now) != nil {
            // Only now does it matter whom the role would have asked instead.
            let employee = try employees[work.agentID] ?? transaction.find(Employee.self, work.agentID)
            do { chain = try choice.chain(for: wish, of: company, role: employee.flatMap(roles.role(of:))) } catch {
                return (nil, nil)
            }
        }
        var first: Obstacle?
        var returns: [Timestamp] = []
        for provider in chain {
            guard let obstacle = objection(to: provider, transaction.now) else {
                if inUse[provider.id, default: 0] < provider.concurrencyCap { return (provider, nil) }
                first = .cap(provider)
                break
            }
            if case .away(_, let refusal) = obstacle { returns.append(refusal.until) }
            first = first ?? obstacle
        }
        reopening = ([reopening].compactMap { $0 } + returns).min()
        return (nil, first)
    }

    /// Why nothing is to be begun at a provider, however much room it has.
    private func objection(to provider: Provider, _ now: Timestamp) -> Obstacle? {
        if let refusal = health.refusal(of: provider, at: now) { return .away(provider, refusal) }
        return onTrial.contains(provider.id) ? .onTrial(provider) : nil
    }
}
