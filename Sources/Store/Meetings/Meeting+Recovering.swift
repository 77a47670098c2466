package import Domain

extension Meeting {
    /// Lets every meeting that was on go on where it was: it holds its company, and somebody has the floor.
    ///
    /// To be called at a start, when the work that an earlier server left is queued again.
    static func recover(in transaction: any Transaction) throws {
        for meeting in try transaction.select(Meeting.self, "WHERE active_in IS NOT NULL") {
            try WorkHold.place(meeting.hold, by: .system("team-x"), in: transaction)
            if let turn = try meeting.currentTurn(in: transaction), try !turn.isOpen(in: transaction) {
                try turn.end(.failed, run: nil, message: nil, in: transaction)
            }
            try meeting.advance(in: transaction)
            try meeting.current(in: transaction).showAttendance(in: transaction)
        }
    }

    /// Moves the deadline on by the time for which a meeting stood still because of a hold that was lifted just now, less what
    /// the holds that remain will account for.
    static func excuse(_ hold: WorkHold, in transaction: any Transaction) throws {
        guard let meeting = try active(in: hold.companyID, transaction) else { return }
        let other: Timestamp? = try transaction.value(
            """
            SELECT min(placed_at) FROM work_holds
            WHERE company_id = \(hold.companyID) AND employee_id IS NULL AND reason <> \(HoldReason.meeting)
            """)
        try meeting.excuse(since: hold.placedAt, until: min(other ?? transaction.now, transaction.now), in: transaction)
    }

    /// Moves the deadlines on by the time for which there was no server: from the last sign of the one before, which is its
    /// orderly end or what it wrote last of the company.
    ///
    /// To be called at a start before anything else is written. Where a company is held besides, lifting that accounts for it.
    static func excuseAbsence(of last: ServerEpoch?, in transaction: any Transaction) throws {
        for meeting in try transaction.select(Meeting.self, "WHERE active_in IS NOT NULL") {
            let company = try Company.require(meeting.companyID, in: transaction)
            guard company.status == .meeting else { continue }
            let written: Timestamp? = try transaction.value(
                "SELECT max(created_at) FROM events WHERE company_id = \(company.id)")
            let signs = [written, last?.startedAt, last?.stoppedAt].compactMap { $0 }.filter { $0 <= transaction.now }
            guard let seen = signs.max() else { continue }
            try meeting.excuse(since: seen, until: transaction.now, in: transaction)
        }
    }

    private func excuse(since: Timestamp, until: Timestamp, in transaction: any Transaction) throws {
        let length = until - max(since, startedAt)
        guard let deadlineAt, length > .zero else { return }
        try transaction.execute("UPDATE meetings SET deadline_at = \(deadlineAt + length) WHERE id = \(id)")
    }

    /// The minutes that are not in the vault yet.
    package static func unfiled(in transaction: any Transaction) throws -> [Meeting] {
        try transaction.select(
            "WHERE status = 'ended' AND minutes_md IS NOT NULL AND minutes_file_id IS NULL AND end_reason IS NOT NULL")
    }

    /// Enters the minutes' file.
    ///
    /// - Throws: ``RuleViolation``, ``VaultError``.
    package func file(_ stored: Vault.Stored, in vault: Vault, _ transaction: any Transaction) throws {
        let meeting = try current(in: transaction)
        guard meeting.minutesFileID == nil, let minutes = meeting.minutesMd else { return }
        try stored.requirePresence(in: vault)
        let file = try VaultFile.enter(
            stored, name: meeting.minutesName, mimeType: "text/markdown", text: minutes, tags: ["minutes"], company: companyID,
            by: .system, in: transaction)
        try transaction.execute("UPDATE meetings SET minutes_file_id = \(file.id) WHERE id = \(id)")
    }

    private var minutesName: String {
        "minutes-\(startedAt.dayText)-\(Slug.make(from: subject) ?? "meeting").md"
    }
}

extension Meeting.Turn {
    /// Whether the turn's work waits or goes on.
    fileprivate func isOpen(in transaction: any Transaction) throws -> Bool {
        try transaction.exists(
            "SELECT 1 FROM agent_wakeup_requests WHERE id = \(wakeupID) AND status IN ('pending', 'processing')")
    }
}
