package import Domain

extension Run {
    /// How often work may be interrupted by the end of the server without having got anywhere, before a person has to look.
    static let interruptionLimit = 25

    /// Ends a run: the row, its costs, its message, the claim on the work and on the ticket, what happens next, and the events
    /// that say so, all in one transaction.
    ///
    /// Nothing else ends a run that does work; a call for vectors, which has none, ends by ``endEmbedding(texts:totals:error:in:)``,
    /// and both by the same `close`.
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
        guard let bearing = try work.bearing(in: transaction) else { return false }
        // Whoever asked for a stop was told of one: it comes before any other end.
        let ending = try bearing.stop.map { ending.stopped(saying: try $0.reason(in: transaction)) } ?? ending
        let isFinal = ending.isFinal(for: work)
        if let run { try run.close(ending, totals, in: transaction) }
        let nextMonth = try ending.shortage.flatMap { try BudgetPolicy.holdUp(for: $0, in: transaction) }
        try work.settle(ending, isFinal: isFinal, run: run, retryAt: nextMonth, in: transaction)
        if let ticketID = work.ticketID {
            try TicketCheckout.release(ticketID, by: work.agentID, as: ending, in: transaction)
        }
        let written = try work.writeAnswer(
            ending, isFinal: isFinal, run: run?.id, message: message, superseded: bearing.stop?.discards == true,
            in: transaction)
        try work.announce(ending, isFinal: isFinal, run: run, totals: totals, message: written?.id, in: transaction)
        if isFinal { try work.answerEnquiries(ending, with: written, stop: bearing.stop, in: transaction) }
        if isFinal, bearing.hasGuidance { try work.passOnGuidance(wakes: bearing.stop == nil, in: transaction) }
        if bearing.stop?.discards != true {
            try RunCheckpoint.note(ending, of: work, isFinal: isFinal, run: run, totals: totals, in: transaction)
        }
        if isFinal { try work.leaveTicket(ending, in: transaction) }
        if work.cause.isOfMeeting {
            try Meeting.noteEnd(of: work, as: ending, isFinal: isFinal, run: run, message: written?.id, in: transaction)
        }
        if case .answered = ending, run != nil, let provider = work.providerID {
            try RunCheckpoint.release(answeredBy: provider, of: work.companyID, in: transaction)
        }
        try Employee.refreshStatus(of: work.agentID, in: transaction)
        return true
    }

    /// Leaves a run whose claim is lost: what it cost is charged, also the call that was under way when others ended it.
    ///
    /// It is all that a lost claim still writes: what was used has to be paid, whoever has the work now. Only where nobody has
    /// it, because another program took the work's row away with its employee, the run is closed too.
    ///
    /// - Throws: ``StoreError``.
    package static func leave(_ id: Run.ID, totals: RunTotals, in transaction: any Transaction) throws {
        guard let run = try transaction.find(Run.self, id) else { return }
        if try run.status == .running && !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE id = \(run.wakeupID)") {
            let reason = "Its work is gone."
            try run.close(.cancelled(reason), totals, in: transaction)
            guard let company = run.companyID, try transaction.find(Company.self, company) != nil else { return }
            return try transaction.record(
                WorkCancelled(
                    employeeID: run.employeeID, reason: reason, runID: run.id, threadID: run.threadID, ticketID: run.ticketID),
                company: company, by: .orchestrator)
        }
        guard run.status != .running, let totals = run.more(totals) else { return }
        try transaction.execute(
            """
            UPDATE runs SET cost_usd = \(totals.cost), prompt_tokens = \(totals.promptTokens),
              completion_tokens = \(totals.completionTokens), price_known = \(totals.isPriceKnown),
              cost_kind = coalesce(\(totals.costKind?.rawValue), cost_kind)
            WHERE id = \(id)
            """)
        try BudgetLedgerEntry.restate(run.ledgers(of: totals, in: transaction), of: id, in: transaction)
        let late = (try? totals.cost - run.costUsd) ?? .zero  // it is no larger
        try BudgetReservation.settle(
            late.billed(totals.costKind ?? run.costKind), of: run, from: BudgetPolicy.applying(to: run, in: transaction),
            in: transaction)
        try Meeting.charge(late.billed(totals.costKind ?? run.costKind), of: run, in: transaction)
    }

    /// What a run is known to have used if that is more than its row says; `nil` where it is not.
    ///
    /// What nobody knows the price of costs nothing in the row, and is known by its tokens.
    private func more(_ totals: RunTotals) -> RunTotals? {
        var most = self.totals
        most.cost = max(costUsd, totals.cost)
        most.promptTokens = max(promptTokens, totals.promptTokens)
        most.completionTokens = max(completionTokens, totals.completionTokens)
        guard
            (most.cost, most.promptTokens, most.completionTokens) != (costUsd, promptTokens, completionTokens)
        else { return nil }
        most.isPriceKnown = totals.isPriceKnown && priceKnown
        // What was set aside for the call and booked stays what it is.
        if totals.cost >= costUsd { most.costKind = totals.costKind ?? costKind }
        return most
    }

    /// Closes the row, charges what it cost, and gives back what was set aside for it and is not spent.
    ///
    /// By itself only for a run that no claim accounts for.
    func close(_ ending: RunEnding, _ totals: RunTotals, in transaction: any Transaction) throws {
        let policies = try BudgetPolicy.applying(to: self, in: transaction)
        let unbooked = try policies.isEmpty ? .zero : unbooked(of: totals.cost, in: transaction)
        let ledgers = try ledgers(of: totals, in: transaction)
        let latency = max(0, transaction.now.milliseconds - startedAt.milliseconds)
        try transaction.execute(
            """
            UPDATE runs SET status = \(ending.runStatus), ended_at = \(transaction.now), latency_ms = \(latency),
              prompt_tokens = \(totals.promptTokens), completion_tokens = \(totals.completionTokens), cost_usd = \(totals.cost),
              tool_calls_count = \(totals.toolCalls), price_known = \(totals.isPriceKnown),
              cost_kind = coalesce(\(totals.costKind?.rawValue), cost_kind),
              error = \(ending.errorText), error_class = \(ending.errorClass), streaming_since = NULL
            WHERE id = \(id) AND status = \(RunStatus.running)
            """)
        try BudgetReservation.settle(
            unbooked.billed(totals.costKind ?? costKind), of: self, from: policies, in: transaction)
        try BudgetLedgerEntry.enter(ledgers, of: self, under: policies, in: transaction)
        try Meeting.charge(ledgers.billed, of: self, in: transaction)
    }

    /// What of a run's cost no committed step accounts for: a call that did not come to its end.
    private func unbooked(of cost: Money, in transaction: any Transaction) throws -> Money {
        let booked: Money = try transaction.value("SELECT cost_usd FROM runs WHERE id = \(id)") ?? .zero
        return cost > booked ? try cost - booked : .zero
    }
}

extension WakeupRequest {
    /// Writes what the employee said, or what the people in the thread should know of a failure.
    ///
    /// - Parameter superseded: Whether it belongs to a course of the conversation that was given up.
    fileprivate func writeAnswer(
        _ ending: RunEnding, isFinal: Bool, run: Run.ID?, message id: Message.ID?, superseded: Bool,
        in transaction: any Transaction
    ) throws -> Message? {
        guard cause != .digest else { return nil }  // what came of it stands in the digest
        guard let text = ending.text(isFinal: isFinal), let thread = try placeToAnswer(in: transaction) else { return nil }
        let author: Author = ending.isSaidByEmployee ? .employee(agentID) : .system
        if superseded, author == .system { return nil }
        let message = Message(
            id: id ?? transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind, content: text,
            parentID: try answered(in: thread, transaction), isAgentInitiated: cause != .message,
            createdAt: transaction.now, supersededAt: superseded ? transaction.now : nil, runID: run)
        try message.persist(in: thread, transaction)
        if case .answered = ending { try tellColleagues(of: message, in: thread, transaction) }
        return message
    }

    /// Where the answer is written; to an announcement it is the direct conversation with whoever made it.
    private func placeToAnswer(in transaction: any Transaction) throws -> Thread? {
        guard let threadID, let thread = try transaction.find(Thread.self, threadID), thread.kind == .broadcast else {
            return try threadID.flatMap { try transaction.find(Thread.self, $0) }
        }
        guard try !Employee.hasLeft(agentID, in: transaction) else { return nil }
        return try Thread.direct(agentID, with: .user(Operator.owner(in: transaction).id), of: companyID, in: transaction)
    }

    /// The message of the thread that the work is about.
    private func answered(in thread: Thread, _ transaction: any Transaction) throws -> Message.ID? {
        guard let triggerID, let message = try transaction.find(Message.self, Message.ID(triggerID)),
            message.threadID == thread.id, message.authorID != agentID.rawValue
        else { return nil }
        return message.id
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
        case .cancelled(let reason, _):
            try transaction.record(
                WorkCancelled(
                    wakeupID: id, employeeID: agentID, reason: reason, runID: run?.id, threadID: threadID, ticketID: ticketID,
                    messageID: message), company: companyID, by: .orchestrator)
        case .failed, .putOff, .overBudget, .interrupted:
            try transaction.record(
                WorkFailed(
                    runID: run?.id, wakeupID: id, threadID: threadID, ticketID: ticketID, employeeID: agentID, messageID: message,
                    error: ending.errorText ?? "", errorClass: ending.errorClass ?? "", willRetry: !isFinal),
                company: companyID, by: .orchestrator)
        }
    }
}
