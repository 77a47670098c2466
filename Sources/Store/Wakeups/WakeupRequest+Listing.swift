package import Domain

extension WakeupRequest {
    /// Where a list of the queue goes on.
    ///
    /// It names a place in the order and no row, so that a list goes on also where its last item has begun or ended meanwhile.
    package struct Place: Hashable, Sendable {
        /// How many stand before it.
        package let position: Int
        private let waits: Bool
        private let urgency: Int64
        private let id: WakeupRequest.ID

        package init(_ work: WakeupRequest, position: Int) {
            self.position = position
            waits = work.status == .pending
            urgency = work.urgency
            id = work.id
        }

        /// - Returns: `nil` for a text that no page ended with.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", maxSplits: 3)
            guard parts.count == 4, let position = Int(parts[0]),
                (0...1_000_000_000).contains(position), parts[1] == "0" || parts[1] == "1",
                let urgency = Int64(parts[2])
            else { return nil }
            self.position = position
            waits = parts[1] == "1"
            self.urgency = urgency
            id = WakeupRequest.ID(String(parts[3]))
        }

        package var text: String { "\(position).\(waits ? 1 : 0).\(urgency).\(id)" }

        fileprivate var isBefore: SQL {
            """
            AND ((status = 'pending') > \(waits) OR ((status = 'pending') = \(waits)
              AND (priority * 60000 - scheduled_for < \(urgency) OR (priority * 60000 - scheduled_for = \(urgency) AND id > \(id)))))
            """
        }
    }

    /// The company's work that goes on or waits, in the order in which it is taken.
    package static func queue(
        of company: Company.ID, after place: Place? = nil, limit: Int = 500, in transaction: any Transaction
    ) throws -> [WakeupRequest] {
        try transaction.select(
            "WHERE company_id = \(company) AND status IN ('pending', 'processing')" + (place?.isBefore ?? "")
                + "ORDER BY status = 'pending', priority * 60000 - scheduled_for DESC, id LIMIT \(limit)")
    }
}
