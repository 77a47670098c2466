package import Domain

extension Meeting {
    /// How long a turn that is under way may go on when the meeting's time is over, and after that the closing one.
    private static let grace = Duration.seconds(60)

    /// Cuts off what goes on in meetings whose time is over: first the turn, then the chair's closing one, and with it the
    /// meeting, whose minutes say what there was until then.
    ///
    /// A meeting that is held up with its company is not touched; its deadline moves on when it goes on.
    ///
    /// - Returns: Whether anything was cut off.
    /// - Throws: ``StoreError``.
    package static func endOverdue(in transaction: any Transaction) throws -> Bool {
        var isCut = false
        for (meeting, due) in try overrunning(in: transaction) where due <= transaction.now {
            isCut = true
            guard let turn = try meeting.currentTurn(in: transaction), turn.phase != .closing else {
                try meeting.end(now: true, reason: .minutes, by: .orchestrator, in: transaction)
                continue
            }
            try meeting.cut(turn, in: transaction)
        }
        return isCut
    }

    /// When the first meeting has to be cut off, unless it comes to its end before.
    package static func nextOverrun(in transaction: any Transaction) throws -> Timestamp? {
        try overrunning(in: transaction).map(\.due).min()
    }

    private static func overrunning(in transaction: any Transaction) throws -> [(meeting: Meeting, due: Timestamp)] {
        let meetings = try transaction.select(
            Meeting.self,
            """
            WHERE active_in IS NOT NULL AND deadline_at IS NOT NULL
              AND (SELECT status FROM companies c WHERE c.id = meetings.company_id) = \(CompanyStatus.meeting)
            """)
        return try meetings.compactMap { meeting in
            guard let deadline = meeting.deadlineAt else { return nil }
            let isClosing = try meeting.currentTurn(in: transaction)?.phase == .closing
            return (meeting, deadline + (isClosing ? grace * 3 : grace))
        }
    }

    /// Ends a turn in the middle; what follows is what would follow its end.
    private func cut(_ turn: Turn, in transaction: any Transaction) throws {
        guard let id = turn.wakeupID, let work = try transaction.find(WakeupRequest.self, id) else {
            try turn.end(.stopped, run: nil, message: nil, in: transaction)
            return try advance(in: transaction)
        }
        guard work.status == .processing else { return try work.cancel(reason: "the meeting's time is over", in: transaction) }
        let run = try Run.running(for: work.id, in: transaction)
        try Run.finish(
            run, of: work, as: .cancelled("The meeting's time is over."), totals: run?.totals ?? RunTotals(), message: nil,
            in: transaction)
    }
}
