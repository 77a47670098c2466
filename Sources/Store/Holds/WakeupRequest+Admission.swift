package import Domain

extension WakeupRequest {
    /// Why the work may not begin now, in the order of what would have to end first: the company's reasons, then the
    /// employee's.
    package func heldFor(in transaction: any Transaction) throws -> SkipReason? {
        let holds = try transaction.rows(
            """
            SELECT reason, employee_id IS NOT NULL FROM work_holds
            WHERE company_id = \(companyID) AND (employee_id IS NULL OR employee_id = \(agentID))
            """
        ) { row in (try HoldReason(column: row.value(at: 0)), try Bool(column: row.value(at: 1))) }
        let own = holds.filter(\.1).map(\.0)
        let company = holds.filter { !$0.1 }.map(\.0)
        guard CompanyStatus(heldFor: company).allows(cause) else {
            let order: [HoldReason] = [.archived, .user, .budget, .quietHours, .meeting]
            return order.first(where: company.contains)?.skip
        }
        return own.contains(.user) ? .employeePaused : own.contains(.budget) ? .budget : own.first.map { _ in .employeePaused }
    }
}
