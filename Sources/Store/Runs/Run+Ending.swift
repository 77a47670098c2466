package import Domain

extension Run {
    /// How often work may be interrupted by the end of the server without having got anywhere, before a person has to look.
    static let interruptionLimit = 25

    /// Ends a run: the row, its costs, its message, the claim on the work and on the ticket, what happens next, and the events
    /// that say so, all in one transaction.
    ///
    /// Nothing else ends a run.
    ///
    /// - Parameters:
    ///   - message: The id under which the answer was streamed.
    /// - Returns: `false` when the claim was lost meanwhile; then nothing is written.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func finish(
        _ run: Run?, of work: WakeupRequest, as ending: RunEnding, totals: RunTotals, message: Message.ID?,
        in transaction: any Transaction
    ) throws -> Bool {
        guard try work.isHeld(in: transaction) else { return false }
        let isFinal = ending.isFinal(for: work)
        if let run { try run.close(ending, totals, in: transaction) }
        try work.settle(ending, isFinal: isFinal, run: run, in: transaction)
        if let ticketID = work.ticketID {
            try TicketCheckout.release(ticketID, by: work.agentID, as: ending, in: transaction)
        }
        try Employee.set(status: .idle, of: work.agentID, company: work.companyID, in: transaction)
        let written = try work.writeAnswer(ending, isFinal: isFinal, message: message, in: transaction)
        try work.announce(ending, isFinal: isFinal, run: run, totals: totals, message: written, in: transaction)
        if isFinal { try work.leaveTicket(ending, in: transaction) }
        return true
    }

    /// Closes the row and charges what it cost.
    ///
    /// By itself only for a run that no claim accounts for.
    func close(_ ending: RunEnding, _ totals: RunTotals, in transaction: any Transaction) throws {
        let latency = max(0, transaction.now.milliseconds - startedAt.milliseconds)
        try transaction.execute(
            """
            UPDATE runs SET status = \(ending.runStatus), ended_at = \(transaction.now), latency_ms = \(latency),
              prompt_tokens = \(totals.promptTokens), completion_tokens = \(totals.completionTokens), cost_usd = \(totals.cost),
              tool_calls_count = \(totals.toolCalls), price_known = \(totals.isPriceKnown),
              error = \(ending.errorText), error_class = \(ending.errorClass)
            WHERE id = \(id) AND status = \(RunStatus.running)
            """)
        try BudgetLedgerEntry.enter(totals.cost, of: self, in: transaction)
    }
}

extension WakeupRequest {
    /// Sees to it that the ticket does not stand still without a word: it says why its work failed, or that nobody has a next
    /// step.
    fileprivate func leaveTicket(_ ending: RunEnding, in transaction: any Transaction) throws {
        guard cause.movesTicket, let ticketID, let ticket = try transaction.find(Ticket.self, ticketID) else { return }
        let isTheirs = try ticket.assigneeID == agentID || TicketReview.pending(on: ticketID, in: transaction)?.reviewerID == agentID
        if isTheirs, case .failed(_, let reason, _, _) = ending.asFailure {
            try ticket.block(reason, by: .orchestrator, in: transaction)
        } else if try ticket.isStanding(in: transaction) {
            try ticket.block(
                "It is not done, and nobody has a next step to take on it; a person should look.", by: .orchestrator,
                in: transaction)
        }
    }
}

extension BudgetLedgerEntry {
    /// Charges a run once to the company and once to the employee.
    fileprivate static func enter(_ cost: Money, of run: Run, in transaction: any Transaction) throws {
        guard let company = run.companyID else { return }
        for (scope, reference) in [(BudgetScope.company, company.rawValue), (.employee, run.employeeID.rawValue)] {
            try transaction.insert(
                BudgetLedgerEntry(
                    id: transaction.makeID(), companyID: company, scopeKind: scope, scopeRefID: reference, runID: run.id,
                    runKind: run.kind, threadID: run.threadID, employeeID: run.employeeID, provider: run.provider,
                    model: run.model,
                    amountUsd: cost, occurredAt: transaction.now, createdAt: transaction.now))
        }
    }
}

extension WakeupRequest {
    /// Lets go of the claim: done, to be tried again, or given up.
    fileprivate func settle(_ ending: RunEnding, isFinal: Bool, run: Run?, in transaction: any Transaction) throws {
        let status: WakeupStatus
        var retryAt: Timestamp?
        var attempts = attemptCount
        switch ending {
        case .answered: status = .completed
        case .cancelled: status = .cancelled
        case .putOff:
            status = .pending
            attempts = max(0, attempts - 1)
        case .failed(_, _, _, let when):
            status = isFinal ? .failed : .pending
            retryAt = isFinal ? nil : when
        case .interrupted:
            status = isFinal ? .failed : .pending
            // An interruption after progress is no sign that the work is what ends the server.
            if let run, try transaction.exists("SELECT 1 FROM run_steps WHERE run_id = \(run.id)") {
                attempts = max(0, attempts - 1)
            }
        }
        if status == .pending { try cancelTwin(in: transaction) }
        let result = run.map { JSONColumn(JSONValue.object(["run_id": .string($0.id.rawValue)])) }
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET status = \(status), attempt_count = \(attempts), next_retry_at = \(retryAt),
              completed_at = \(status == .pending ? nil : transaction.now), result_json = \(result), last_error = \(ending.errorText),
              lease_owner = NULL, lease_expires_at = NULL, updated_at = \(transaction.now) WHERE id = \(id)
            """)
    }

    /// Takes back what was queued for the same reason while this was under way: this waits again, and will see it all.
    private func cancelTwin(in transaction: any Transaction) throws {
        let twins = try transaction.select(
            WakeupRequest.self,
            """
            WHERE agent_id = \(agentID) AND dedupe_key = \(dedupeKey) AND status = \(WakeupStatus.pending) AND id <> \(id)
            """)
        for twin in twins {
            let isWish = twin.rootID == twin.id
            try takeIn(
                CauseChain(links: twin.causeChain.value, root: isWish ? nil : twin.rootID), trigger: twin.triggerID, in: transaction)
            try twin.cancel(reason: "covered by \(id), which waits again", in: transaction)
        }
    }

    /// Writes what the employee said, or what the people in the thread should know of a failure.
    fileprivate func writeAnswer(
        _ ending: RunEnding, isFinal: Bool, message id: Message.ID?, in transaction: any Transaction
    ) throws -> Message.ID? {
        guard let threadID, let thread = try transaction.find(Thread.self, threadID), let text = ending.text(isFinal: isFinal)
        else { return nil }
        let isOwn = if case .answered = ending { true } else { false }
        let author: Author = isOwn ? .employee(agentID) : .system
        let message = Message(
            id: id ?? transaction.makeID(), threadID: threadID, authorID: author.id, authorKind: author.kind, content: text,
            isAgentInitiated: cause != .message, createdAt: transaction.now)
        try message.persist(in: thread, transaction)
        if isOwn, cause == .colleagueMessage, thread.kind == .dm { try answerColleague(in: thread, message, transaction) }
        return message.id
    }

    /// A colleague who asked is woken by the answer, once: an answer to an answer wakes nobody.
    private func answerColleague(in thread: Thread, _ message: Message, _ transaction: any Transaction) throws {
        guard chain.trailingMessages == 1 else { return }
        for member in try thread.members(in: transaction)
        where member.memberKind == .employee && member.memberID != agentID.rawValue {
            try Self.enqueue(
                Draft(
                    agent: Employee.ID(member.memberID), cause: .colleagueMessage, trigger: message.id.rawValue,
                    thread: thread.id,
                    dedupe: .pending("\(WakeupCause.colleagueMessage.rawValue):\(thread.id)"), chain: chain), of: companyID,
                in: transaction)
        }
    }

    fileprivate func announce(
        _ ending: RunEnding, isFinal: Bool, run: Run?, totals: RunTotals, message: Message.ID?, in transaction: any Transaction
    ) throws {
        switch ending {
        case .answered:
            guard let run else { return }
            try transaction.record(
                WorkCompleted(
                    runID: run.id, threadID: threadID, ticketID: ticketID, employeeID: agentID, messageID: message,
                    promptTokens: totals.promptTokens, completionTokens: totals.completionTokens,
                    latencyMs: Int(clamping: transaction.now.milliseconds - run.startedAt.milliseconds), costUsd: totals.cost,
                    toolCalls: totals.toolCalls), company: companyID, by: .orchestrator)
        case .cancelled(let reason):
            try transaction.record(
                WorkCancelled(wakeupID: id, employeeID: agentID, reason: reason), company: companyID, by: .orchestrator)
        case .failed, .putOff, .interrupted:
            try transaction.record(
                WorkFailed(
                    runID: run?.id, wakeupID: id, threadID: threadID, ticketID: ticketID, employeeID: agentID, messageID: message,
                    error: ending.errorText ?? "", errorClass: ending.errorClass ?? "", willRetry: !isFinal),
                company: companyID, by: .orchestrator)
        }
    }
}

extension RunEnding {
    /// Whether the work ends with the run: it is done, cancelled, or has been tried often enough.
    fileprivate func isFinal(for work: WakeupRequest) -> Bool {
        switch self {
        case .answered, .cancelled: true
        case .putOff: false
        case .failed(_, _, _, let retryAt): retryAt == nil || work.attemptCount >= work.maxAttempts
        case .interrupted: work.attemptCount >= Run.interruptionLimit
        }
    }

    fileprivate var runStatus: RunStatus {
        switch self {
        case .answered: .success
        case .failed, .interrupted: .error
        case .putOff, .cancelled: .cancelled
        }
    }

    fileprivate var errorText: String? {
        switch self {
        case .answered: nil
        case .failed(_, let message, _, _): message
        case .putOff(let reason), .cancelled(let reason): reason
        case .interrupted: "The server ended while this ran."
        }
    }

    fileprivate var errorClass: String? {
        switch self {
        case .answered: nil
        case .failed(let kind, _, _, _): kind.name
        case .putOff: "put_off"
        case .cancelled: "cancelled"
        case .interrupted: "interrupted"
        }
    }

    /// An interruption that has happened too often is a failure like any other.
    fileprivate var asFailure: RunEnding {
        if case .interrupted = self {
            return .failed(
                .program, message: "The server ended \(Run.interruptionLimit) times while working on this.", partial: "",
                retryAt: nil)
        }
        return self
    }

    fileprivate func text(isFinal: Bool) -> String? {
        switch self {
        case .answered(let text): return text.trimmed.isEmpty ? nil : text
        case .putOff, .cancelled: return nil
        case .interrupted, .failed:
            guard isFinal, case .failed(_, let message, let partial, _) = asFailure else { return nil }
            let said = partial.trimmed.isEmpty ? "" : "\(partial)\n\n[The answer stops here.]\n\n"
            return said + "This could not be finished: \(message)"
        }
    }
}
