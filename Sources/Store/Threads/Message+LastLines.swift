package import Domain

extension Message {
    /// The beginning of a message, for a list of conversations.
    package struct Line: Hashable, Sendable {
        package let id: Message.ID
        package let authorID: String
        package let at: Timestamp
        /// On one line.
        package let text: String
    }

    /// The last message of each of these threads, as it begins.
    package static func lastLines(
        of threads: [Thread.ID], in transaction: any Transaction
    ) throws -> [Thread.ID: Line] {
        guard !threads.isEmpty else { return [:] }
        let lines = try transaction.rows(
            """
            SELECT t.id, m.id, m.author_id, m.created_at, substr(m.content, 1, 400) FROM threads t
            JOIN messages m ON m.id = (SELECT l.id FROM messages l WHERE l.thread_id = t.id AND l.superseded_at IS NULL
              ORDER BY l.created_at DESC, l.id DESC LIMIT 1)
            WHERE t.id IN \(list: threads)
            """
        ) { row in
            let text = try String(column: row.value(at: 4)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return (
                try Thread.ID(column: row.value(at: 0)),
                Line(
                    id: try Message.ID(column: row.value(at: 1)), authorID: try String(column: row.value(at: 2)),
                    at: try Timestamp(column: row.value(at: 3)), text: text.cut(to: 140))
            )
        }
        return Dictionary(lines) { first, _ in first }
    }
}
