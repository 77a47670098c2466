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
}
