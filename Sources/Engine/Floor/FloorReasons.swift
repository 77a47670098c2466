import Domain
import Store

/// Why people do nothing, for all of a company at once: what ``Explanation`` says of one of them, from what was read before.
struct FloorReasons {
    private let company: Company
    private let holds: [WorkHold]
    private let pending: [Employee.ID: WakeupRequest]
    private let tickets: [Employee.ID: FloorTicket]
    private let questions: [Ticket.ID: String]
    /// When work goes on that waits for money; `nil` when none does.
    private let nextMonth: Timestamp?
    /// What keeps work from beginning, for all of the queue.
    private var queue: QueueView
    /// What is said of a hold of the whole company, looked up once.
    private var said: [SkipReason: Finding] = [:]

    /// How many pieces of the company's work go on.
    var working: Int { queue.working(in: company.id) }

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
        let month = CalendarMonth(of: transaction.now, in: company.quietHours?.zone ?? transaction.zone)
        let isUsedUp = try transaction.exists(
            """
            SELECT 1 FROM budget_policies p JOIN budget_periods b ON b.policy_id = p.id
            WHERE p.company_id = \(company.id) AND b.period_start = \(month.start) AND b.exceeded_at IS NOT NULL LIMIT 1
            """)
        nextMonth = isUsedUp ? month.end : nil
        queue = try QueueView(on: terms, know: employees, in: transaction)
    }

    /// The first condition that keeps somebody from working; `nil` when none does.
    mutating func reason(for employee: Employee, in transaction: any Transaction) throws -> Finding? {
        let work = pending[employee.id]
        if let held = try hold(on: employee, work, in: transaction) { return held }
        if queue.isAtWork(employee.id) { return nil }
        if let work { return try wait(of: work) }
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

    /// Why work that nothing holds has not begun; for whom money is up is not looked up for each of them.
    private mutating func wait(of work: WakeupRequest) throws -> Finding {
        let (nextMonth, company) = (nextMonth, company.id)
        return try queue.waitUnheld(work) { work in
            guard work.nextRetryAt == nextMonth else { return nil }
            return Finding(
                .budget, "A budget is used up.", until: work.nextRetryAt,
                action: .init("See the budgets", "GET", "/api/companies/\(company)/budgets"))
        }
    }

    /// Why nobody goes on with a ticket.
    private func standing(_ ticket: FloorTicket) -> Finding {
        let path = "/api/companies/\(company.id)/tickets/\(ticket.id)"
        if let halt = queue.halt(of: ticket.id) { return halt }
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
