package import Domain
package import Store

/// Why each piece of work in the queue waits, judged by what the dispatcher judges by, at one moment.
///
/// No model is asked, and nothing is guessed: the first condition that keeps the work from beginning is the reason.
package struct QueueView {
    private let going: [WakeupRequest]
    private let slots: Int
    private let takenTickets: Set<String>
    /// The tickets that nobody goes on with before a person lets them.
    private let halts: [Ticket.ID: TicketHalt]
    /// Companies whose meeting waits for their other work to end.
    private let draining: Set<Company.ID>
    private var load: ProviderLoad
    private let employees: [Employee.ID: Employee]
    private let transaction: any Transaction

    /// - Parameter employees: Those who are known already, and need not be looked up.
    /// - Throws: ``StoreError``.
    package init(
        on terms: DispatchTerms, know employees: [Employee] = [], in transaction: any Transaction
    ) throws {
        going = try transaction.select(WakeupRequest.self, "WHERE status = \(WakeupStatus.processing)")
        draining = Set(going.filter { $0.cause != .digest && !$0.cause.isOfMeeting }.map(\.companyID))
        slots = terms.slots
        takenTickets = Set(try transaction.values("SELECT ticket_id FROM ticket_checkouts WHERE status = 'active'") as [String])
        halts = try TicketHalt.all(in: transaction)
        load = ProviderLoad(
            try ModelChoice(for: terms.providers, in: transaction), health: terms.health, roles: terms.roles, know: employees)
        try load.count(in: transaction)
        self.employees = Dictionary(employees.map { ($0.id, $0) }) { first, _ in first }
        self.transaction = transaction
    }

    /// Why the work waits, or `nil` when it goes on.
    ///
    /// - Throws: ``StoreError``.
    package mutating func wait(of work: WakeupRequest) throws -> Finding? {
        guard work.status == .pending else { return nil }
        if let held = try holdFinding(work) { return held }
        return try waitUnheld(work) { [transaction] in
            try BudgetPolicy.stopping($0, in: transaction).map { try Finding.budget($0, in: transaction) }
        }
    }

    /// Whether somebody is at work.
    func isAtWork(_ employee: Employee.ID) -> Bool { going.contains { $0.agentID == employee && $0.cause != .digest } }

    /// How many pieces of a company's work go on.
    func working(in company: Company.ID) -> Int { going.count { $0.companyID == company } }

    /// Why nobody goes on with a ticket before a person lets them; `nil` where nothing of this kind is in the way.
    func halt(of ticket: Ticket.ID) -> Finding? { halts[ticket].map(Finding.halt) }

    /// Why work waits that nothing holds.
    ///
    /// - Parameter budget: What is said of work that waits for another try, where that is because of a budget.
    mutating func waitUnheld(_ work: WakeupRequest, budget: (WakeupRequest) throws -> Finding?) throws -> Finding {
        if let id = work.ticketID, work.cause != .digest, let halt = halt(of: id) { return halt }
        if work.scheduledFor > transaction.now {
            return Finding(
                .scheduled, "It is not to begin before its time.", until: work.scheduledFor, action: runNow(work))
        }
        if work.nextRetryAt != nil, let finding = try budget(work) { return finding }
        if let retry = work.nextRetryAt, retry > transaction.now {
            return Finding(
                .retry, "It failed and is tried again: \(work.lastError ?? "")", until: retry, action: runNow(work))
        }
        if work.cause.isOfMeeting, draining.contains(work.companyID) {
            return Finding(.draining, "The meeting begins when the company's other work has come to rest.")
        }
        let inTheWay = work.cause == .digest ? [] : going.filter { $0.cause != .digest }
        if let other = inTheWay.first(where: { $0.agentID == work.agentID }) {
            let employee = try employees[work.agentID] ?? transaction.find(Employee.self, work.agentID)
            return Finding(.employeeBusy, "\(employee?.name ?? "The employee") does something else.", ref: other.id.rawValue)
        }
        if let thread = work.threadID, let other = inTheWay.first(where: { $0.threadID == thread }) {
            return Finding(.threadBusy, "Somebody else is speaking in the thread.", ref: other.id.rawValue)
        }
        if let ticket = work.ticketID, work.cause != .digest,
            takenTickets.contains(ticket.rawValue) || inTheWay.contains(where: { $0.ticketID == ticket })
        {
            return Finding(.lease, "Somebody else has the ticket.", ref: ticket.rawValue)
        }
        if let obstacle = try load.obstacle(to: work, in: transaction) { return Finding(obstacle) }
        if going.count >= slots {
            return Finding(
                .slot, "\(going.count) employees are at work, as many as may be.",
                action: .init(
                    "Let more work at the same time", "PUT", "/api/settings/\(SettingKey.slots.rawValue)",
                    command: "teamx settings set \(SettingKey.slots.rawValue) \(slots + 2)"))
        }
        return Finding(.order, "It is taken in its order.", action: nil)
    }

    private func runNow(_ work: WakeupRequest) -> Finding.Action {
        .init(
            "Run it now", "POST", "/api/companies/\(work.companyID)/queue/\(work.id)/run", command: "teamx queue run \(work.id)")
    }

    private func holdFinding(_ work: WakeupRequest) throws -> Finding? {
        guard let reason = try work.heldFor(in: transaction) else { return nil }
        return try Finding.hold(reason, company: work.companyID, employee: work.agentID, in: transaction)
    }
}

extension Finding {
    fileprivate init(_ obstacle: ProviderLoad.Obstacle) {
        switch obstacle {
        case .cap(let provider):
            self.init(
                .cap, "\(provider.name) has \(provider.concurrencyCap) turns, as many as it may have.", ref: provider.id.rawValue)
        case .away(let provider, let refusal):
            self.init(
                .provider, "\(provider.name) is left alone for now. \(refusal.error.message)", ref: provider.id.rawValue,
                until: refusal.until, action: .test(provider))
        case .onTrial(let provider):
            self.init(
                .provider, "\(provider.name) had failed; a call that goes on tries it out.", ref: provider.id.rawValue,
                action: .test(provider))
        case .secrets(let error):
            self.init(
                .secrets, error.message, action: .init("Look again", "GET", "/api/doctor", command: "teamx doctor"))
        }
    }
}

extension Finding.Action {
    fileprivate static func test(_ provider: Provider) -> Self {
        Self(
            "Try it out", "POST", "/api/providers/\(provider.id)/test", command: "teamx provider test \(provider.id)")
    }
}
