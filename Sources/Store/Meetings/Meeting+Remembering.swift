package import Domain

extension Meeting {
    /// The latest meetings that came to something and that an employee attended or got something to do from, the newest first.
    package static func remembered(
        by employee: Employee.ID, of company: Company.ID, in transaction: any Transaction
    ) throws -> [Meeting] {
        try transaction.select(
            """
            WHERE company_id = \(company) AND status = \(MeetingStatus.ended)
              AND ended_at > \(transaction.now + .seconds(-14 * 24 * 3600))
              AND (decisions_json <> '[]' OR action_items_json <> '[]')
              AND (EXISTS (SELECT 1 FROM json_each(attendees_json) a WHERE a.value = \(employee))
                OR EXISTS (SELECT 1 FROM json_each(action_items_json) i WHERE json_extract(i.value, '$.assigneeId') = \(employee)))
            ORDER BY ended_at DESC, id DESC LIMIT 3
            """)
    }
}
