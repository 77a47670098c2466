package import Domain

extension Run {
    /// Opens the row of a run, before anything is asked of a model.
    ///
    /// - Parameters:
    ///   - provider: The kind of the provider that is asked.
    ///   - id: Its row.
    ///   - context: What the model is told, in numbers.
    /// - Throws: ``StoreError``.
    package static func begin(
        _ work: WakeupRequest, provider: String, at id: Provider.ID? = nil, model: String, practice: Bool,
        context: ContextFigures? = nil, in transaction: any Transaction
    ) throws -> Run {
        let run = Run(
            id: transaction.makeID(), employeeID: work.agentID, threadID: work.threadID, provider: provider, model: model,
            startedAt: transaction.now, companyID: work.companyID, ticketID: work.ticketID, wakeupID: work.id,
            attempt: work.attemptCount, leaseEpoch: work.leaseOwner ?? 0,
            context: context.map { JSONColumn($0) }, providerID: id)
        try transaction.insert(run)
        if work.cause == .digest {
            try Employee.refreshStatus(of: work.agentID, in: transaction)  // there may be a turn of theirs besides
        } else {
            try Employee.set(status: .thinking, of: work.agentID, company: work.companyID, in: transaction)
        }
        try transaction.record(
            WorkStarted(
                runID: run.id, wakeupID: work.id, threadID: work.threadID, ticketID: work.ticketID, employeeID: work.agentID,
                provider: provider, model: model, practice: practice), company: work.companyID, by: .orchestrator)
        return run
    }

    /// The run that goes on for a piece of work.
    package static func running(for work: WakeupRequest.ID, in transaction: any Transaction) throws -> Run? {
        try transaction.select(
            Run.self, "WHERE wakeup_id = \(work) AND status = \(RunStatus.running) ORDER BY started_at DESC LIMIT 1"
        ).first
    }

    /// The committed steps of earlier, interrupted runs for the same work, in the order in which they happened.
    package static func steps(of work: WakeupRequest.ID, in transaction: any Transaction) throws -> [RunStep] {
        try transaction.select("WHERE wakeup_id = \(work) ORDER BY ended_at, run_id, step")
    }

    /// The run's own steps, in order.
    package func steps(in transaction: any Transaction) throws -> [RunStep] {
        try transaction.select("WHERE run_id = \(id) ORDER BY step")
    }

    /// The company's runs, the newest first.
    package static func list(
        of company: Company.ID, _ filter: Filter = Filter(), after place: ListPlace? = nil, limit: Int = 100,
        in transaction: any Transaction
    ) throws -> [Run] {
        var condition: SQL = "WHERE company_id = \(company)"
        if let employee = filter.employee { condition = condition + "AND employee_id = \(employee)" }
        if let ticket = filter.ticket { condition = condition + "AND ticket_id = \(ticket)" }
        if let thread = filter.thread { condition = condition + "AND thread_id = \(thread)" }
        if let status = filter.status { condition = condition + "AND status = \(status)" }
        return try transaction.select(
            condition + (place?.isBehindBegun ?? "") + "ORDER BY started_at DESC, id DESC LIMIT \(limit)")
    }

    /// Which runs are listed.
    package struct Filter: Sendable {
        package var employee: Employee.ID?
        package var ticket: Ticket.ID?
        package var thread: Thread.ID?
        package var status: RunStatus?

        package init(
            employee: Employee.ID? = nil, ticket: Ticket.ID? = nil, thread: Thread.ID? = nil, status: RunStatus? = nil
        ) {
            self.employee = employee
            self.ticket = ticket
            self.thread = thread
            self.status = status
        }
    }

    /// - Throws: ``RuleViolation/notFound(_:)`` also for a run of another company.
    package static func require(_ id: Run.ID, of company: Company.ID, in transaction: any Transaction) throws -> Run {
        guard let run = try transaction.find(Run.self, id), run.companyID == company else { throw RuleViolation.notFound("run") }
        return run
    }
}
