package import Domain

extension Ticket {
    /// What a ticket is called.
    package struct Name: Hashable, Sendable {
        package let id: Ticket.ID
        package let number: Int?
        package let title: String

        init(_ row: any Row, at column: Int) throws {
            id = try Ticket.ID(column: row.value(at: column))
            number = try Int?(column: row.value(at: column + 1))
            title = try String(column: row.value(at: column + 2))
        }
    }

    package static func names(of tickets: [Ticket.ID], in transaction: any Transaction) throws -> [Ticket.ID: Name] {
        guard !tickets.isEmpty else { return [:] }
        let found = try transaction.rows("SELECT id, number, title FROM tickets WHERE id IN \(list: tickets)") {
            try Name($0, at: 0)
        }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The tickets to which these files belong, of several the one that a file was attached to first.
    package static func names(
        having files: [VaultFile.ID], in transaction: any Transaction
    ) throws -> [VaultFile.ID: Name] {
        guard !files.isEmpty else { return [:] }
        let found = try transaction.rows(
            """
            SELECT a.file_id, t.id, t.number, t.title FROM ticket_attachments a JOIN tickets t ON t.id = a.ticket_id
            WHERE a.file_id IN \(list: files) ORDER BY a.attached_at, a.id
            """
        ) { (try VaultFile.ID(column: $0.value(at: 0)), try Name($0, at: 1)) }
        return Dictionary(found) { first, _ in first }
    }
}
