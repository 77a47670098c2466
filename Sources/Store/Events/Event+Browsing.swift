package import Domain

extension Event {
    /// Which events are looked at.
    package struct Filter: Sendable {
        /// Whole types, such as `ticket.created`, or what they begin with up to the point, such as `ticket.`.
        package var types: [String]
        /// The id of an operator or employee, or the name of a part of the program.
        package var actor: String?

        package init(types: [String] = [], actor: String? = nil) {
            self.types = types
            self.actor = actor
        }

        fileprivate var condition: SQL {
            var condition: SQL = ""
            if !types.isEmpty {
                let begun = types.filter { $0.hasSuffix(".") }
                var parts: SQL = "event_type IN \(list: types.filter { !$0.hasSuffix(".") })"
                // What follows the point in the order of characters is the stroke.
                for start in begun {
                    let end = String(start.dropLast()) + "/"
                    parts = parts + "OR (event_type >= \(start) AND event_type < \(end))"
                }
                condition = "AND (\(parts))"
            }
            if let actor { condition = condition + "AND actor_id = \(actor)" }
            return condition
        }
    }

    /// The company's events before a number, the newest first.
    ///
    /// - Parameter sequence: `nil` for those at the end.
    package static func latest(
        of company: Company.ID, before sequence: Int?, _ filter: Filter, limit: Int, in transaction: any Transaction
    ) throws -> [Event] {
        let before: SQL = sequence.map { "AND seq < \($0)" } ?? ""
        return try transaction.select(
            "WHERE company_id = \(company) AND seq > 0" + before + filter.condition + "ORDER BY seq DESC LIMIT \(limit)")
    }

    /// The company's events after a number, in order.
    package static func page(
        of company: Company.ID, after sequence: Int, _ filter: Filter, limit: Int, in transaction: any Transaction
    ) throws -> [Event] {
        try transaction.select(
            "WHERE company_id = \(company) AND seq > \(sequence)" + filter.condition + "ORDER BY seq LIMIT \(limit)")
    }
}
