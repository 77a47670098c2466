package import Domain

extension Question {
    /// The settled questions that work goes back to, those of one run together, the earliest run first.
    ///
    /// Work that waited for an answer goes on where it stood, and that may itself have gone on with an answer.
    package static func trail(before work: WakeupRequest, in transaction: any Transaction) throws -> [[Question]] {
        var trail: [[Question]] = []
        var work = work
        var moment: Timestamp?
        var seen: [Run.ID] = []
        while work.cause == .questionAnswered, trail.count < trailLimit {
            let questions = try settled(before: work, upTo: moment, butOf: seen, in: transaction)
            guard let first = questions.first else { break }
            trail.insert(questions, at: 0)
            seen += [first.runID].compactMap { $0 }
            guard let run = try first.runID.flatMap({ try transaction.find(Run.self, $0) }),
                let earlier = try run.wakeupID.flatMap({ try transaction.find(WakeupRequest.self, $0) }), earlier.id != work.id
            else { break }
            work = earlier
            moment = earlier.createdAt
        }
        return trail
    }

    /// As many runs as an employee is reminded of.
    private static let trailLimit = 8

    /// The questions of the run whose answer brought the work about.
    private static func settled(
        before work: WakeupRequest, upTo moment: Timestamp?, butOf seen: [Run.ID], in transaction: any Transaction
    ) throws -> [Question] {
        var condition: SQL = "WHERE employee_id = \(work.agentID) AND status <> 'open' AND answered_at IS NOT NULL"
        if let ticket = work.ticketID {
            condition = condition + "AND ticket_id = \(ticket)"
        } else {
            condition = condition + "AND id = \(work.triggerID)"
        }
        // Answers of the same millisecond are told apart by their runs.
        if !seen.isEmpty { condition = condition + "AND (run_id IS NULL OR run_id NOT IN \(list: seen))" }
        if let moment { condition = condition + "AND answered_at <= \(moment)" }
        let latest = try transaction.select(Question.self, condition + "ORDER BY answered_at DESC, id DESC LIMIT 1").first
        guard let latest else { return [] }
        guard let run = latest.runID else { return [latest] }
        return try transaction.select(
            "WHERE employee_id = \(work.agentID) AND run_id = \(run) AND status <> 'open' ORDER BY created_at, id LIMIT 20")
    }
}
