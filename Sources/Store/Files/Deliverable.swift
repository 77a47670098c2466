package import Domain

/// A file that an employee made for a ticket, with the review that it was handed in for.
///
/// What people attach is material for the work and none of its results.
package struct Deliverable: Hashable, Sendable {
    /// Of the attachment.
    package let id: TicketAttachment.ID
    package let ticket: Ticket.Name
    package let file: VaultFile.ID
    package let fileName: String
    package let mimeType: String
    package let sizeBytes: Int
    package let author: Employee.ID
    package let attachedAt: Timestamp
    package let standing: DeliverableStanding
    /// The latest that names the file; where none does, the latest that was asked for when it was there and before another file of an
    /// employee followed on an earlier one.
    package fileprivate(set) var review: TicketReview?

    /// Which deliverables are listed.
    package struct Filter: Sendable {
        package var standing: DeliverableStanding?
        package var author: Employee.ID?
        package var ticket: Ticket.ID?

        package init(standing: DeliverableStanding? = nil, author: Employee.ID? = nil, ticket: Ticket.ID? = nil) {
            self.standing = standing
            self.author = author
            self.ticket = ticket
        }
    }
}

extension Deliverable {
    /// The company's deliverables, the newest first.
    ///
    /// - Throws: ``StoreError``.
    package static func list(
        of company: Company.ID, _ filter: Filter, after place: ListPlace? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [Deliverable] {
        let which: SQL = filter.standing.map { "AND \(standing) = \($0)" } ?? ""
        let behind: SQL = place.map { "AND (d.attached_at, d.id) < (\($0.at), \($0.id))" } ?? ""
        let rows = try transaction.rows(
            "SELECT d.id, d.file_id, d.attached_by, d.attached_at, d.ticket_id, d.number, d.title, f.original_name, f.mime_type,"
                + "f.size_bytes, d.review_id, \(standing)" + source(company, filter) + "WHERE 1" + which + behind
                + "ORDER BY d.attached_at DESC, d.id DESC LIMIT \(limit)"
        ) { row in
            let deliverable = Deliverable(
                id: try TicketAttachment.ID(column: row.value(at: 0)), ticket: try Ticket.Name(row, at: 4),
                file: try VaultFile.ID(column: row.value(at: 1)), fileName: try String(column: row.value(at: 7)),
                mimeType: try String(column: row.value(at: 8)), sizeBytes: try Int(column: row.value(at: 9)),
                author: try Employee.ID(column: row.value(at: 2)), attachedAt: try Timestamp(column: row.value(at: 3)),
                standing: try DeliverableStanding(column: row.value(at: 11)), review: nil)
            return (try String?(column: row.value(at: 10)).map { TicketReview.ID($0) }, deliverable)
        }
        let wanted = Set(rows.compactMap(\.0)).sorted { $0.rawValue < $1.rawValue }
        let found = try wanted.isEmpty ? [] : transaction.select(TicketReview.self, "WHERE id IN \(list: wanted)")
        let reviews = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        return rows.map { id, row in
            var deliverable = row
            deliverable.review = id.flatMap { reviews[$0] }
            return deliverable
        }
    }

    /// How many of the company's deliverables stand how; standings that none has are left out.
    ///
    /// - Parameter filter: Of which; its standing does not count.
    /// - Throws: ``StoreError``.
    package static func counts(
        of company: Company.ID, _ filter: Filter, in transaction: any Transaction
    ) throws -> [DeliverableStanding: Int] {
        let rows = try transaction.rows("SELECT \(standing), count(*)" + source(company, filter) + "GROUP BY 1") { row in
            (try DeliverableStanding(column: row.value(at: 0)), try Int(column: row.value(at: 1)))
        }
        return Dictionary(rows) { $0 + $1 }
    }

    private static func source(_ company: Company.ID, _ filter: Filter) -> SQL {
        let author: SQL = filter.author.map { "AND a.attached_by = \($0)" } ?? ""
        let ticket: SQL = filter.ticket.map { "AND a.ticket_id = \($0)" } ?? ""
        return """
            FROM (
              SELECT a.id, a.file_id, a.ticket_id, a.attached_by, a.attached_at, t.number, t.title, t.status, coalesce(
                (SELECT n.id FROM ticket_reviews n WHERE n.ticket_id = a.ticket_id
                  AND EXISTS (SELECT 1 FROM json_each(n.files_json) j WHERE j.value = a.file_id)
                  ORDER BY n.round DESC, n.id DESC LIMIT 1),
                (SELECT n.id FROM ticket_reviews n WHERE n.ticket_id = a.ticket_id AND n.created_at >= a.attached_at
                  AND n.status <> \(ReviewStatus.cancelled) AND NOT EXISTS (
                    SELECT 1 FROM ticket_attachments b JOIN employees w ON w.id = b.attached_by
                    JOIN ticket_reviews m ON m.ticket_id = b.ticket_id
                    WHERE b.ticket_id = a.ticket_id AND b.attached_at > a.attached_at AND b.attached_at <= n.created_at
                      AND m.created_at BETWEEN a.attached_at AND b.attached_at)
                  ORDER BY n.round DESC, n.id DESC LIMIT 1)) AS review_id
              FROM ticket_attachments a JOIN tickets t ON t.id = a.ticket_id
              WHERE t.company_id = \(company) AND EXISTS (SELECT 1 FROM employees e WHERE e.id = a.attached_by)
                \(author) \(ticket)
            ) d JOIN file_vault f ON f.id = d.file_id LEFT JOIN ticket_reviews r ON r.id = d.review_id
            """
    }

    private static let standing: SQL = """
        CASE WHEN r.status = \(ReviewStatus.pending) THEN \(DeliverableStanding.awaitingReview)
          WHEN r.status = \(ReviewStatus.approved) THEN \(DeliverableStanding.accepted)
          WHEN r.status = \(ReviewStatus.changesRequested) THEN \(DeliverableStanding.sentBack)
          WHEN d.status = \(TicketStatus.done) THEN \(DeliverableStanding.notReviewed)
          ELSE \(DeliverableStanding.inWork) END
        """
}
