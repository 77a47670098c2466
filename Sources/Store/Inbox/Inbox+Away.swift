package import Domain

/// What a person has put away.
extension Inbox {
    /// Something that would be in the inbox, had it not been put away.
    package struct Away: Sendable {
        package let item: InboxItem
        /// `nil` when it was put away for good.
        package let until: Timestamp?
    }

    /// What is put away, what was put away last first.
    ///
    /// What has been decided meanwhile is not among it, so that there may be fewer than `limit` though more come behind `next`.
    ///
    /// - Parameters:
    ///   - isDone: Those that are away for good, else those that come back by themselves.
    ///   - place: What an earlier page gave as `next`.
    /// - Throws: ``StoreError``.
    package func away(
        isDone: Bool, _ kind: InboxKind?, after place: Int?, limit: Int, in transaction: any Transaction
    ) throws -> (items: [Away], next: Int?) {
        let forGood = InboxSnooze.forGood
        let which: SQL = isDone ? "AND until = \(forGood)" : "AND until > \(transaction.now) AND until < \(forGood)"
        let whichKind: SQL = kind.map { "AND item_kind = \($0)" } ?? ""
        let behind: SQL = place.map { "AND rowid < \($0)" } ?? ""
        // Rows are numbered as they come, and one that is put away anew is a new one.
        let rows = try transaction.rows(
            "SELECT rowid, item_kind, item_id, until FROM inbox_snoozes WHERE operator_id = \(reader) AND company_id = \(company)"
                + which + whichKind + behind + "ORDER BY rowid DESC LIMIT \(limit)"
        ) { row in
            (
                number: try Int(column: row.value(at: 0)), kind: try InboxKind(column: row.value(at: 1)),
                id: try String(column: row.value(at: 2)), until: try Timestamp(column: row.value(at: 3))
            )
        }
        var whole = self
        whole.hidesAway = false
        var items: [String: InboxItem] = [:]
        for (kind, rows) in Dictionary(grouping: rows, by: \.kind) {
            let page = Page(place: nil, limit: rows.count, among: rows.map(\.id))
            for item in try whole.found(kind, page, transaction) { items[item.id] = item }
        }
        let found = rows.compactMap { row in
            items[row.id].map { Away(item: $0, until: row.until == forGood ? nil : row.until) }
        }
        return (found, rows.count == limit ? rows.last?.number : nil)
    }
}
