package import Domain

extension WorkHold {
    /// What a company or an employee is held for.
    package struct Draft: Hashable, Sendable {
        package var company: Company.ID
        package var employee: Employee.ID?
        package var reason: HoldReason
        package var ref: String?
        package var note: String?

        /// - Parameters:
        ///   - employee: Who shall not work; the whole company when missing.
        ///   - ref: The id of what gives the reason, such as a meeting.
        package init(
            _ reason: HoldReason, ref: String? = nil, on company: Company.ID, employee: Employee.ID? = nil, note: String? = nil
        ) {
            self.company = company
            self.employee = employee
            self.reason = reason
            self.ref = ref
            self.note = note
        }
    }

    /// Holds a company or an employee for a reason, besides all others there are.
    ///
    /// In the same transaction the company's status follows, so that nothing of what it stops can be claimed any more.
    ///
    /// - Returns: `false` when it was held for that already.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func place(_ draft: Draft, by actor: EventActor, in transaction: any Transaction) throws -> Bool {
        guard try !exists(draft, in: transaction) else { return false }
        try transaction.insert(
            WorkHold(
                id: transaction.makeID(), companyID: draft.company, employeeID: draft.employee, reason: draft.reason,
                refID: draft.ref, note: draft.note, placedBy: actor.id, placedAt: transaction.now))
        try WorkSkip.record(draft, in: transaction)
        guard let employee = draft.employee else {
            try Company.settleStatus(of: draft.company, in: transaction)
            try Employee.refreshStatuses(of: draft.company, in: transaction)
            try transaction.record(CompanyPaused(reason: draft.reason.rawValue), company: draft.company, by: actor)
            return true
        }
        try Employee.noteHolds(employee, of: draft.company, by: actor, in: transaction)
        try Employee.refreshStatus(of: employee, in: transaction)
        try Meeting.noteAbsence(of: employee, in: draft.company, transaction)
        return true
    }

    /// Says something else about a hold that stands.
    ///
    /// - Throws: ``StoreError``.
    static func restate(_ draft: Draft, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE work_holds SET note = \(draft.note) " + draft.condition)
    }

    /// Takes one reason away; the others remain.
    ///
    /// - Returns: `false` when it did not stand.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func lift(_ draft: Draft, by actor: EventActor, in transaction: any Transaction) throws -> Bool {
        guard let hold = try transaction.select(WorkHold.self, draft.condition).first else { return false }
        try transaction.execute(SQL("DELETE FROM work_holds") + draft.condition)
        guard let employee = draft.employee else {
            let status = try Company.settleStatus(of: draft.company, in: transaction)
            try Employee.refreshStatuses(of: draft.company, in: transaction)
            if hold.reason != .meeting { try Meeting.excuse(hold, in: transaction) }
            if status == .running {
                try transaction.record(CompanyResumed(reason: draft.reason.rawValue), company: draft.company, by: actor)
            } else {
                try transaction.record(
                    CompanyUpdated(patchedKeys: ["holds"], updatedAt: transaction.now), company: draft.company, by: actor)
            }
            return true
        }
        try Employee.noteHolds(employee, of: draft.company, by: actor, in: transaction)
        try Employee.refreshStatus(of: employee, in: transaction)
        try Meeting.noteReturn(of: employee, in: draft.company, transaction)
        return true
    }

    /// Why the company, and why employees of it, do not work, the oldest reasons first.
    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [WorkHold] {
        try transaction.select("WHERE company_id = \(company) ORDER BY placed_at, id")
    }

    private static func exists(_ draft: Draft, in transaction: any Transaction) throws -> Bool {
        try transaction.exists(SQL("SELECT 1 FROM work_holds") + draft.condition)
    }
}

extension WorkHold.Draft {
    fileprivate var condition: SQL {
        """
        WHERE company_id = \(company) AND coalesce(employee_id, '') = \(employee?.rawValue ?? "") AND reason = \(reason)
          AND coalesce(ref_id, '') = \(ref ?? "")
        """
    }
}
