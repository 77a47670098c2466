package import Domain

extension WakeupRequest {
    /// The company's work that goes on or waits, in the order in which it is taken.
    package static func queue(of company: Company.ID, limit: Int = 200, in transaction: any Transaction) throws -> [WakeupRequest]
    {
        try transaction.select(
            """
            WHERE company_id = \(company) AND status IN ('pending', 'processing')
            ORDER BY status = 'pending', priority * 60000 - scheduled_for DESC, id LIMIT \(limit)
            """)
    }
}
