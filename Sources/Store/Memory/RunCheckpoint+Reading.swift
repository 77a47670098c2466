package import Domain

extension RunCheckpoint {
    /// Whether nobody has gone on from it, though somebody could: work that ended before its time.
    package var isLoose: Bool {
        switch checkpointKind {
        case .manual, .stopped, .timeout, .approvalBlocked, .budgetBlocked: resumedAt == nil
        case .completion, .routineCompleted: false
        }
    }

    /// The thread's last checkpoint.
    package static func latest(of thread: Thread.ID, in transaction: any Transaction) throws -> RunCheckpoint? {
        try list(of: thread, limit: 1, in: transaction).first
    }

    /// The thread's checkpoints, the newest first.
    package static func list(
        of thread: Thread.ID, after place: ListPlace? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [RunCheckpoint] {
        try transaction.select(
            "WHERE thread_id = \(thread)" + (place?.isBehindMade ?? "") + "ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// The company's checkpoints, the newest first.
    package static func list(
        ofCompany company: Company.ID, after place: ListPlace? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [RunCheckpoint] {
        try transaction.select(
            "WHERE company_id = \(company)" + (place?.isBehindMade ?? "") + "ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// The checkpoint that a piece of work takes up.
    package static func taken(by work: WakeupRequest.ID, in transaction: any Transaction) throws -> RunCheckpoint? {
        try transaction.select(RunCheckpoint.self, "WHERE wakeup_id = \(work)").first
    }
}

extension RunCheckpoint: CompanyRecord { package static let noun = "checkpoint" }
