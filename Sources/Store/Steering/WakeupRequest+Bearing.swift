package import Domain

extension WakeupRequest {
    /// How claimed work stands: what whoever does it has to heed before the next step.
    package struct Bearing: Hashable, Sendable {
        /// Whether nothing holds the company, the employee or the ticket up.
        package var mayGoOn: Bool { allowed && !isEmployeeHeld && ticketHold == nil }
        private let allowed: Bool
        private let company: CompanyStatus
        private let isEmployeeHeld: Bool
        /// Whether a budget of the company or the employee is used up.
        private let isOverBudget: Bool
        /// Why nobody is to go on with the ticket; `nil` where somebody may.
        private let ticketHold: String?
        /// That a person wants it ended.
        package var stop: WorkStop?
        /// Whether a person's words wait to be taken up.
        package var hasGuidance: Bool

        fileprivate init(
            _ company: CompanyStatus, _ cause: WakeupCause, isEmployeeHeld: Bool, isOverBudget: Bool,
            ticketHold: String?, stop: WorkStop?, hasGuidance: Bool
        ) {
            allowed = company.allows(cause)
            self.company = company
            self.isEmployeeHeld = isEmployeeHeld
            self.isOverBudget = isOverBudget
            self.ticketHold = ticketHold
            self.stop = stop
            self.hasGuidance = hasGuidance
        }

        /// Why the work is put off, in words for people.
        package func holdUp(of employee: Employee) -> String {
            if isOverBudget { return "A budget has been used up." }
            if let ticketHold, allowed, !isEmployeeHeld { return ticketHold }
            if isEmployeeHeld, allowed { return "\(employee.name) was paused." }
            return company == .meeting ? "The company has a meeting." : "The company was paused."
        }
    }

    /// `nil` when the claim is lost.
    ///
    /// To be asked in every transaction that writes on behalf of the work.
    ///
    /// - Throws: ``StoreError``.
    package func bearing(in transaction: any Transaction) throws -> Bearing? {
        try transaction.rows(
            """
            SELECT c.status, EXISTS (SELECT 1 FROM work_holds h WHERE h.employee_id = w.agent_id), s.asked_by, s.discards,
              s.asked_at, EXISTS (SELECT 1 FROM run_guidance g WHERE g.wakeup_id = w.id AND g.status = 'waiting'),
              EXISTS (
                SELECT 1 FROM work_holds b WHERE b.company_id = w.company_id AND b.reason = 'budget'
                  AND (b.employee_id IS NULL OR b.employee_id = w.agent_id)),
              \(TicketHalt.sentence)
            FROM agent_wakeup_requests w JOIN companies c ON c.id = w.company_id LEFT JOIN work_stops s ON s.wakeup_id = w.id
            WHERE w.id = \(id) AND w.status = \(WakeupStatus.processing) AND w.lease_owner IS \(leaseOwner) AND w.fence = \(fence)
            """
        ) { row in
            let status = try CompanyStatus(column: row.value(at: 0))
            let isHeld = try Bool(column: row.value(at: 1))
            let stop = try String?(column: row.value(at: 2)).map { person in
                WorkStop(
                    wakeupID: id, companyID: companyID, askedBy: person, discards: try Bool(column: row.value(at: 3)),
                    askedAt: try Timestamp(column: row.value(at: 4)))
            }
            return Bearing(
                status, cause, isEmployeeHeld: isHeld, isOverBudget: try Bool(column: row.value(at: 6)),
                ticketHold: try String?(column: row.value(at: 7)), stop: stop, hasGuidance: try Bool(column: row.value(at: 5)))
        }.first
    }

    /// A claim, by the number that tells it from an earlier one of the same work.
    package struct Claim: Hashable, Sendable {
        package let id: WakeupRequest.ID
        package let fence: Int

        package init(_ work: WakeupRequest) {
            id = work.id
            fence = work.fence
        }

        init(id: WakeupRequest.ID, fence: Int) {
            self.id = id
            self.fence = fence
        }
    }

    /// The claims whose model calls need not be cut off: those that nobody stopped, of companies and employees that nothing
    /// holds, on tickets that nobody has blocked by hand and whose goals were not given up.
    ///
    /// A meeting cuts nothing off; other work ends the step that it is at. Nor does a budget: the call is paid for.
    ///
    /// - Throws: ``StoreError``.
    package static func undisturbed(in transaction: any Transaction) throws -> Set<Claim> {
        Set(
            try transaction.rows(
                """
                SELECT w.id, w.fence FROM agent_wakeup_requests w JOIN companies c ON c.id = w.company_id
                WHERE w.status = 'processing' AND (c.status IN ('running', 'meeting') OR c.status = 'paused' AND NOT EXISTS (
                    SELECT 1 FROM work_holds h WHERE h.company_id = c.id AND h.employee_id IS NULL
                      AND h.reason NOT IN ('meeting', 'budget')))
                  AND NOT EXISTS (SELECT 1 FROM work_holds h WHERE h.employee_id = w.agent_id AND h.reason <> 'budget')
                  AND \(TicketHalt.sentence) IS NULL
                  AND NOT EXISTS (SELECT 1 FROM work_stops s WHERE s.wakeup_id = w.id)
                """
            ) { row in
                Claim(id: try WakeupRequest.ID(column: row.value(at: 0)), fence: try Int(column: row.value(at: 1)))
            })
    }
}
