package import Domain
package import Store

/// Shows what a model would be told in a thread, without telling it: the turn's own code up to the call.
package struct ContextPreview: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate
    private let tools: ToolGate

    package init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
        tools = ToolGate(workplace)
    }

    /// Search in the same place.
    package var search: CompanySearch { CompanySearch(workplace) }

    /// What the next turn of an employee in the thread would begin with; of work that waits, if there is some.
    ///
    /// - Parameters:
    ///   - employee: Whose turn it would be; the ticket's assignee or the only employee of the thread when missing.
    ///   - cause: Why they would be woken; the usual cause in such a thread when missing.
    /// - Throws: ``RuleViolation`` when nobody is meant, no model can be asked, or the window is too small.
    package func read(
        _ thread: Thread, employee: Employee.ID?, cause: WakeupCause?, in transaction: any Transaction
    ) throws -> ContextReport {
        var work = try work(in: thread, employee, cause, transaction)
        work.attemptCount += 1  // what a turn goes on from, it knows by having been begun before
        let context = try TurnContext(work, in: transaction)
        do {
            let admission = try gate.admit(context.employee, of: context.company, in: transaction)
            let opening = try Opening(
                context, role: workplace.roles.role(of: context.employee),
                budget: context.budget(admission, tools: tools, workplace.limits), seesImages: admission.seesImages,
                now: transaction.now)
            let run = Run(
                id: transaction.makeID(), employeeID: context.employee.id, provider: admission.provider.kind.rawValue,
                model: admission.model, startedAt: transaction.now)
            let start = Turn.Start(
                context: context, admission: admission, run: run, lease: .zero, message: transaction.makeID(), opening: opening,
                temperature: workplace.roles.role(of: context.employee)?.temperature)
            let request = Turn(start: start, limits: workplace.limits).request(tools: tools.offer(context))
            return ContextReport(context, opening, request, provider: admission.provider.id)
        } catch let error as ModelError {
            throw RuleViolation.conflict(error.message)
        } catch let error as ContextTooSmall {
            throw RuleViolation.conflict("\(error)")
        }
    }

    private func work(
        in thread: Thread, _ employee: Employee.ID?, _ cause: WakeupCause?, _ transaction: any Transaction
    ) throws -> WakeupRequest {
        if let waiting = try WakeupRequest.next(in: thread, for: employee, cause: cause, transaction) { return waiting }
        let ticket = try thread.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
        let agent =
            try employee.map { try Employee.require($0, of: thread.companyID, in: transaction).id }
            ?? ticket?.assigneeID ?? thread.onlyEmployee(in: transaction)
        let last = try Message.latest(of: thread.id, limit: 1, in: transaction).last
        let usual: WakeupCause = ticket != nil ? .comment : last?.authorKind == .employee ? .colleagueMessage : .message
        let cause = cause ?? usual
        return WakeupRequest(
            id: transaction.makeID(), companyID: thread.companyID, agentID: agent, triggerType: cause.trigger,
            triggerID: last?.id.rawValue, scheduledFor: transaction.now, createdAt: transaction.now,
            updatedAt: transaction.now, cause: cause, threadID: thread.id, ticketID: ticket?.id)
    }
}

extension Thread {
    /// - Throws: ``RuleViolation`` when there is not exactly one.
    fileprivate func onlyEmployee(in transaction: any Transaction) throws -> Employee.ID {
        let employees = try employees(limit: 2, in: transaction)
        guard employees.count == 1, let one = employees.first else {
            throw RuleViolation.invalid(
                field: "employee",
                reason: "is needed, since \(employees.isEmpty ? "no" : "more than one") employee takes part here")
        }
        return one.id
    }
}
