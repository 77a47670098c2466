package import Domain

extension ServerEpoch {
    /// What a server found of the one before it.
    package struct Recovery: Hashable, Sendable {
        package var runsEnded = 0
        package var workRequeued = 0
        /// Work that could not be ended, by its id, with the reason; it is left as it is.
        package var stuck: [WakeupRequest.ID: String] = [:]
    }

    /// Begins a new epoch and ends, in the same transaction, everything that an earlier one left open.
    ///
    /// Only one server has the data directory, so a claim of another epoch belongs to nobody any more.
    ///
    /// - Throws: ``StoreError``.
    package static func begin(
        bootID: String, process: Int32, in transaction: any Transaction
    ) throws -> (epoch: ServerEpoch, recovery: Recovery) {
        let last = try transaction.select(ServerEpoch.self, "ORDER BY epoch DESC LIMIT 1").first
        try Meeting.excuseAbsence(of: last, in: transaction)
        let epoch = ServerEpoch(
            epoch: (last?.epoch ?? 0) + 1, bootID: bootID, pid: Int(process), startedAt: transaction.now)
        try transaction.insert(epoch)
        return (epoch, try recover(before: epoch.epoch, in: transaction))
    }

    private static func recover(before epoch: Int, in transaction: any Transaction) throws -> Recovery {
        var recovered: [Company.ID: Recovery] = [:]
        var stuck: [WakeupRequest.ID: String] = [:]
        let claims = try transaction.select(
            WakeupRequest.self, "WHERE status = \(WakeupStatus.processing) AND coalesce(lease_owner, -1) <> \(epoch) ORDER BY id")
        for work in claims {
            let hasRun = try Run.running(for: work.id, in: transaction) != nil
            do { try work.end(as: .interrupted, in: transaction) } catch let error
                where (error as? StoreError)?.isOfStorage != true
            {
                stuck[work.id] = "\(error)"
                continue
            }
            recovered[work.companyID, default: Recovery()].workRequeued += 1
            if hasRun { recovered[work.companyID, default: Recovery()].runsEnded += 1 }
        }
        // What no claim accounts for: calls for vectors, and runs, checkouts and statuses that another program's database may hold.
        let orphans = try transaction.select(
            Run.self, "WHERE status = \(RunStatus.running) AND coalesce(lease_epoch, -1) <> \(epoch) ORDER BY id")
        for run in orphans {
            let totals = try run.totalsWithoutWork(in: transaction)
            if try run.isEmbedding(in: transaction) {
                try run.endEmbedding(texts: nil, totals: totals, error: .interrupted, in: transaction)
            } else {
                try run.close(.interrupted, totals, in: transaction)
            }
        }
        try transaction.execute(
            """
            UPDATE ticket_checkouts SET status = \(CheckoutStatus.expired), released_at = \(transaction.now),
              release_reason = 'interrupted', updated_at = \(transaction.now) WHERE status = \(CheckoutStatus.active)
            """)
        try Meeting.recover(in: transaction)
        try RoutineRun.recover(in: transaction)
        try Employee.refreshAllStatuses(in: transaction)
        for (company, recovery) in recovered.sorted(by: { $0.key < $1.key }) {
            try transaction.record(
                ServerRecovered(epoch: epoch, runsEnded: recovery.runsEnded, wakeupsRequeued: recovery.workRequeued),
                company: company,
                by: .system("team-x"))
        }
        return recovered.values.reduce(into: Recovery(stuck: stuck)) { sum, one in
            sum.runsEnded += one.runsEnded
            sum.workRequeued += one.workRequeued
        }
    }
}

extension Run {
    /// Whether it is a call for vectors, of a company that is there.
    fileprivate func isEmbedding(in transaction: any Transaction) throws -> Bool {
        guard wakeupID == nil, let companyID else { return false }
        return try transaction.find(Company.self, companyID) != nil
    }

    /// What the row says the run has used.
    package var totals: RunTotals {
        var totals = RunTotals()
        totals.promptTokens = promptTokens
        totals.completionTokens = completionTokens
        totals.cost = costUsd
        totals.toolCalls = toolCallsCount
        totals.isPriceKnown = priceKnown
        totals.costKind = costKind
        return totals
    }
}

extension ServerEpoch {
    /// Notes that the server of an epoch has stopped as it should.
    package static func end(_ epoch: Int, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE server_epochs SET stopped_at = \(transaction.now) WHERE epoch = \(epoch)")
    }
}
