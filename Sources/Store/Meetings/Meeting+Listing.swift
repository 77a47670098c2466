package import Domain

extension Meeting {
    /// Which meetings these threads are of, and what they are about.
    package static func agendas(
        of threads: [Thread.ID], in transaction: any Transaction
    ) throws -> [Thread.ID: (id: Meeting.ID, agenda: String)] {
        guard !threads.isEmpty else { return [:] }
        let found = try transaction.rows("SELECT thread_id, id, agenda FROM meetings WHERE thread_id IN \(list: threads)") {
            row in
            (
                try Thread.ID(column: row.value(at: 0)),
                (id: try Meeting.ID(column: row.value(at: 1)), agenda: try String(column: row.value(at: 2)))
            )
        }
        return Dictionary(found) { first, _ in first }
    }

    /// The company's meetings, the newest first.
    package static func list(
        of company: Company.ID, after place: ListPlace? = nil, limit: Int = 100, in transaction: any Transaction
    ) throws -> [Meeting] {
        try transaction.select(
            "WHERE company_id = \(company)" + (place?.isBehindBegun ?? "") + "ORDER BY started_at DESC, id DESC LIMIT \(limit)")
    }

    /// The company's meeting that is on.
    package static func active(in company: Company.ID, _ transaction: any Transaction) throws -> Meeting? {
        try transaction.select(Meeting.self, "WHERE active_in = \(company)").first
    }

    /// The meeting that a thread belongs to.
    package static func held(in thread: Thread.ID, _ transaction: any Transaction) throws -> Meeting? {
        try transaction.select(Meeting.self, "WHERE thread_id = \(thread)").first
    }

    /// Every turn there was and the one that is, in order.
    package func turns(in transaction: any Transaction) throws -> [Turn] {
        try transaction.select("WHERE meeting_id = \(id) ORDER BY number")
    }

    /// The turn that waits or goes on.
    package func currentTurn(in transaction: any Transaction) throws -> Turn? {
        try transaction.select(Turn.self, "WHERE meeting_id = \(id) AND status = 'speaking'").first
    }

    /// What is said in the meeting, in order.
    package func messages(in transaction: any Transaction) throws -> [Message] {
        try transaction.select("WHERE thread_id = \(threadID) ORDER BY created_at, id")
    }

    /// The row as it is now.
    func current(in transaction: any Transaction) throws -> Meeting {
        try Self.require(id, of: companyID, in: transaction)
    }

    /// - Throws: ``RuleViolation/conflict(_:)`` when the meeting has ended.
    func requireActive() throws {
        guard status == .active else { throw RuleViolation.conflict("The meeting has ended.") }
    }
}
