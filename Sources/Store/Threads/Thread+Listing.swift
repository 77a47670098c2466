package import Domain

extension Thread {
    /// Which threads are listed.
    package struct Filter: Sendable {
        package var kind: ThreadKind?
        package var member: Employee.ID?
        /// Whether only those with something that the reader has not read.
        package var unread: Bool
        /// Whether those that are put away, instead of the others.
        package var archived: Bool

        package init(kind: ThreadKind? = nil, member: Employee.ID? = nil, unread: Bool = false, archived: Bool = false) {
            self.kind = kind
            self.member = member
            self.unread = unread
            self.archived = archived
        }
    }

    /// Where a list of threads goes on behind this one.
    package var listPlace: ListPlace { ListPlace(lastMessageAt ?? createdAt, id.rawValue) }

    /// The company's threads, those with the latest messages first.
    package static func list(
        of company: Company.ID, _ filter: Filter = Filter(), for reader: Operator.ID, after place: ListPlace? = nil, limit: Int,
        in transaction: any Transaction
    ) throws -> [Thread] {
        var condition: SQL = "WHERE company_id = \(company) AND (archived_at IS NOT NULL) = \(filter.archived)"
        if let kind = filter.kind { condition = condition + "AND kind = \(kind)" }
        if let member = filter.member {
            condition =
                condition + """
                    AND EXISTS (SELECT 1 FROM thread_members m WHERE m.thread_id = threads.id AND m.member_id = \(member)
                      AND m.member_kind = \(MemberKind.employee))
                    """
        }
        if filter.unread { condition = condition + "AND \(isUnread(by: reader))" }
        if let place { condition = condition + "AND (coalesce(last_message_at, created_at), id) < (\(place.at), \(place.id))" }
        return try transaction.select(
            condition + "ORDER BY coalesce(last_message_at, created_at) DESC, id DESC LIMIT \(limit)")
    }
}
