package import Domain

extension Enquiry {
    /// What was asked and what was said to it, as the asker is told of it.
    package struct Outcome: Sendable {
        package let enquiry: Enquiry
        package let question: Message?
        /// All that the colleague has said to it, the first at the beginning.
        package let answers: [Message]
        /// Who was asked.
        package let colleague: Employee.ID?
    }

    /// What a piece of work goes on with.
    package static func outcomes(for work: WakeupRequest, in transaction: any Transaction) throws -> [Outcome] {
        // What begins, and what is only said in a conversation, goes on with nothing.
        guard work.cause.mayBringAnswers else { return [] }
        return try resumed(by: work.id, in: transaction).map { enquiry in
            let answerer: Employee.ID? = try transaction.value(
                "SELECT agent_id FROM agent_wakeup_requests WHERE id = \(enquiry.wakeupID)")
            let last = try enquiry.answerID.flatMap { try transaction.find(Message.self, $0) }
            return Outcome(
                enquiry: enquiry, question: try transaction.find(Message.self, enquiry.messageID),
                answers: try last.map { try enquiry.answers(through: $0, in: transaction) } ?? [], colleague: answerer)
        }
    }

    /// What the askers' own work had done when they asked, each piece of work once.
    package static func askingSteps(of outcomes: [Outcome], in transaction: any Transaction) throws -> [RunStep] {
        var seen: Set<WakeupRequest.ID> = []
        return try outcomes.compactMap(\.enquiry.askedIn).filter { seen.insert($0).inserted }
            .flatMap { try Run.steps(of: $0, in: transaction) }
    }

    private func answers(through last: Message, in transaction: any Transaction) throws -> [Message] {
        let earlier = try transaction.select(
            Message.self,
            """
            WHERE thread_id = \(last.threadID) AND author_id = \(last.authorID) AND parent_id = \(messageID)
              AND superseded_at IS NULL AND created_at >= \(createdAt) AND id <> \(last.id) AND (created_at, id) < (\(last.createdAt), \(last.id))
            ORDER BY created_at DESC, id DESC LIMIT 4
            """)
        return earlier.reversed() + [last]
    }
}
