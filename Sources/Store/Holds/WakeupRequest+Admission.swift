package import Domain

extension WakeupRequest {
    /// Whether nothing holds the work up now: neither its company nor its employee alone.
    ///
    /// To be asked between the steps of a turn.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)`` when the company is gone.
    package func mayGoOn(in transaction: any Transaction) throws -> Bool {
        let found = try transaction.rows(
            """
            SELECT c.status, EXISTS (SELECT 1 FROM work_holds h WHERE h.employee_id = \(agentID))
            FROM companies c WHERE c.id = \(companyID)
            """
        ) { row in (try CompanyStatus(column: row.value(at: 0)), try Bool(column: row.value(at: 1))) }
        guard let (status, isHeld) = found.first else { throw RuleViolation.notFound("company") }
        return status.allows(cause) && !isHeld
    }

    /// Why the work may not begin now, in the order of what would have to end first: the company's reasons, then the
    /// employee's.
    package func heldFor(in transaction: any Transaction) throws -> SkipReason? {
        let holds = try transaction.rows(
            """
            SELECT reason, employee_id IS NOT NULL FROM work_holds
            WHERE company_id = \(companyID) AND (employee_id IS NULL OR employee_id = \(agentID))
            """
        ) { row in (try HoldReason(column: row.value(at: 0)), try Bool(column: row.value(at: 1))) }
        let company = holds.filter { !$0.1 }.map(\.0)
        guard CompanyStatus(heldFor: company).allows(cause) else {
            let order: [(HoldReason, SkipReason)] = [
                (.archived, .archived), (.user, .companyPaused), (.budget, .budget), (.quietHours, .quietHours),
                (.meeting, .meeting),
            ]
            return order.first { company.contains($0.0) }?.1
        }
        return holds.contains { $0.1 } ? .employeePaused : nil
    }
}
