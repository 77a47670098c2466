import Domain
import Store

/// Why people do nothing, for all of a company at once: what ``Explanation`` says of one of them, from what was read before.
struct FloorReasons {
    private let company: Company
    private let holds: [WorkHold]
    private let pending: [Employee.ID: WakeupRequest]
    private let tickets: [Employee.ID: FloorTicket]
    private let questions: [Ticket.ID: String]
    /// What people said of the tickets that they have blocked by hand.
    private let stopped: [Ticket.ID: String]
    private let going: [WakeupRequest]
    private let taken: Set<String>
    private let slots: Int
    /// When work goes on that waits for money; `nil` when none does.
    private let nextMonth: Timestamp?
    private var load: ProviderLoad
    /// What is said of a hold of the whole company, looked up once.
    private var said: [SkipReason: Finding] = [:]

    /// How many pieces of the company's work go on.
    var working: Int { going.count { $0.companyID == company.id } }

    init(
        company: Company, employees: [Employee], holds: [WorkHold], pending: [Employee.ID: WakeupRequest],
        tickets: [Employee.ID: FloorTicket], on terms: DispatchTerms, in transaction: any Transaction
    ) throws {
        self.company = company
        self.holds = holds
        self.pending = pending
        self.tickets = tickets
        let open = try transaction.rows(
            "SELECT ticket_id, prompt FROM questions WHERE company_id = \(company.id) AND status = \(QuestionStatus.open) AND ticket_id IS NOT NULL"
        ) { row in (try Ticket.ID(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        questions = Dictionary(open) { first, _ in first }
        let blocked = try transaction.rows(
            "SELECT id, coalesce(blocked_reason, '') FROM tickets WHERE company_id = \(company.id) AND blocked_by IS NOT NULL"
        ) { row in (try Ticket.ID(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        stopped = Dictionary(blocked) { first, _ in first }
        going = try transaction.select(WakeupRequest.self, "WHERE status = \(WakeupStatus.processing)")
        taken = Set(try transaction.values("SELECT ticket_id FROM ticket_checkouts WHERE status = 'active'") as [String])
        slots = terms.slots
        let month = CalendarMonth(of: transaction.now, in: company.quietHours?.zone ?? transaction.zone)
        let isUsedUp = try transaction.exists(
            """
            SELECT 1 FROM budget_policies p JOIN budget_periods b ON b.policy_id = p.id
            WHERE p.company_id = \(company.id) AND b.period_start = \(month.start) AND b.exceeded_at IS NOT NULL LIMIT 1
            """)
        nextMonth = isUsedUp ? month.end : nil
        load = ProviderLoad(
            try ModelChoice(for: terms.providers, in: transaction), health: terms.health, roles: terms.roles, know: employees)
        try load.count(in: transaction)
    }

    /// The first condition that keeps somebody from working; `nil` when none does.
    mutating func reason(for employee: Employee, in transaction: any Transaction) throws -> Finding? {
        let work = pending[employee.id]
        if let held = try hold(on: employee, work, in: transaction) { return held }
        if going.contains(where: { $0.agentID == employee.id && $0.cause != .digest }) { return nil }
        if let work { return try wait(of: work, employee, in: transaction) }
        if let ticket = tickets[employee.id] { return standing(ticket) }
        return Finding(
            Floor.idle, "Nothing to do.",
            action: .init("Give them a ticket", "POST", "/api/companies/\(company.id)/tickets"))
    }

    private mutating func hold(
        on employee: Employee, _ work: WakeupRequest?, in transaction: any Transaction
    ) throws -> Finding? {
        let whole = holds.filter { $0.employeeID == nil }.map(\.reason)
        if !CompanyStatus(heldFor: whole).allows(work?.cause ?? .manual) {
            let order: [HoldReason] = [.archived, .user, .budget, .quietHours, .meeting]
            guard let reason = order.first(where: whole.contains)?.skip else { return nil }
            if let known = said[reason] { return known }
            said[reason] = try Finding.hold(reason, company: company.id, employee: nil, in: transaction)
            return said[reason]
        }
        guard let own = holds.first(where: { $0.employeeID == employee.id }) else { return nil }
        if own.reason == .budget {
            return Finding(
                .budget, "Their budget is used up.", ref: own.refID,
                action: own.refID.map { .init("Raise the budget", "PATCH", "/api/companies/\(company.id)/budgets/\($0)") })
        }
        return Finding(
            .employeePaused, own.note.map { "Paused: \($0)" } ?? "Paused.", ref: employee.id.rawValue,
            action: .init("Let them work again", "POST", "/api/companies/\(company.id)/employees/\(employee.id)/resume"))
    }

    /// Why work that nothing holds has not begun, in the order of ``QueueView``.
    private mutating func wait(
        of work: WakeupRequest, _ employee: Employee, in transaction: any Transaction
    ) throws -> Finding {
        let run = Finding.Action("Run it now", "POST", "/api/companies/\(company.id)/queue/\(work.id)/run")
        if let ticket = work.ticketID, work.cause != .digest, let reason = stopped[ticket] {
            return .blockedByHand(ticket, of: company.id, saying: reason, handle: ticket.rawValue)
        }
        if work.scheduledFor > transaction.now {
            return Finding(.scheduled, "Not before its time.", until: work.scheduledFor, action: run)
        }
        if let retry = work.nextRetryAt, retry == nextMonth {
            return Finding(
                .budget, "A budget is used up.", until: retry,
                action: .init("See the budgets", "GET", "/api/companies/\(company.id)/budgets"))
        }
        if let retry = work.nextRetryAt, retry > transaction.now {
            return Finding(.retry, "It failed and is tried again: \(work.lastError ?? "")", until: retry, action: run)
        }
        if work.cause.isOfMeeting,
            going.contains(where: { $0.companyID == company.id && $0.cause != .digest && !$0.cause.isOfMeeting })
        {
            return Finding(.draining, "The meeting begins when other work has come to rest.")
        }
        let inTheWay = work.cause == .digest ? [] : going.filter { $0.cause != .digest }
        if let thread = work.threadID, let other = inTheWay.first(where: { $0.threadID == thread }) {
            return Finding(.threadBusy, "Somebody else is speaking in the thread.", ref: other.id.rawValue)
        }
        if let ticket = work.ticketID, work.cause != .digest,
            taken.contains(ticket.rawValue) || inTheWay.contains(where: { $0.ticketID == ticket })
        {
            return Finding(.lease, "Somebody else has the ticket.", ref: ticket.rawValue)
        }
        switch try load.obstacle(to: work, in: transaction) {
        case .cap(let provider):
            return Finding(.cap, "\(provider.name) has as many turns as it may have.", ref: provider.id.rawValue)
        case .away(let provider, let refusal):
            return Finding(
                .provider, "\(provider.name) is left alone for now.", ref: provider.id.rawValue, until: refusal.until,
                action: .init("Try it out", "POST", "/api/providers/\(provider.id)/test"))
        case .onTrial(let provider):
            return Finding(
                .provider, "\(provider.name) had failed; a call that goes on tries it out.", ref: provider.id.rawValue,
                action: .init("Try it out", "POST", "/api/providers/\(provider.id)/test"))
        case .secrets(let error):
            return Finding(.secrets, error.message, action: .init("See the doctor", "GET", "/api/doctor"))
        case nil: break
        }
        if going.count >= slots { return Finding(.slot, "As many work as may: \(going.count).") }
        return Finding(.order, "It is taken in its order.")
    }

    /// Why nobody goes on with a ticket.
    private func standing(_ ticket: FloorTicket) -> Finding {
        let path = "/api/companies/\(company.id)/tickets/\(ticket.id)"
        if let prompt = questions[ticket.id] {
            return Finding("question", "Waits for your answer: \(prompt)", ref: ticket.id.rawValue)
        }
        if ticket.status == .blocked {
            return Finding(
                "blocked", ticket.blockedReason ?? "It is blocked.", ref: ticket.id.rawValue,
                action: .init("Unblock it", "DELETE", "\(path)/block"))
        }
        return Finding(
            "nobody_next", "Waits for others.", ref: ticket.id.rawValue,
            action: .init("See why", "GET", "/api/tickets/\(ticket.id)/explain"))
    }
}
