package import Domain

extension Message {
    /// What is looked for in messages.
    package struct Search: Sendable {
        package var words: String
        package var thread: Thread.ID?
        /// The id of an employee or a person.
        package var author: String?
        /// Only messages that are older than this one.
        package var before: Message.ID?

        package init(_ words: String, thread: Thread.ID? = nil, author: String? = nil, before: Message.ID? = nil) {
            self.words = words
            self.thread = thread
            self.author = author
            self.before = before
        }
    }

    /// A message with the place in it that matches.
    package struct Match: Codable, Sendable {
        package let message: Message
        package let thread: Thread
        package let snippet: String
    }

    /// The company's messages that hold all of the words, the newest first.
    ///
    /// Each word is taken literally, so that nothing in it is search syntax.
    package static func search(
        _ search: Search, in company: Company.ID, limit: Int, _ transaction: any Transaction
    ) throws -> [Match] {
        let words = search.words.prefix(512).split { !$0.isLetter && !$0.isNumber }.prefix(16)
        guard !words.isEmpty else { return [] }
        var condition: SQL = """
            WHERE messages_fts MATCH \(words.map { "\"\($0)\"" }.joined(separator: " ")) AND t.company_id = \(company)
              AND m.superseded_at IS NULL
            """
        if let thread = search.thread { condition = condition + "AND m.thread_id = \(thread)" }
        if let author = search.author { condition = condition + "AND m.author_id = \(author)" }
        if let before = search.before {
            condition = condition + "AND messages_fts.rowid < (SELECT rowid FROM messages WHERE id = \(before))"
        }
        // The newest are found first without looking at the others: rows are numbered as they come.
        let found = try transaction.rows(
            """
            SELECT m.id, snippet(messages_fts, 0, '', '', '…', 24) FROM messages_fts
            CROSS JOIN messages m ON m.rowid = messages_fts.rowid CROSS JOIN threads t ON t.id = m.thread_id
            \(condition) ORDER BY messages_fts.rowid DESC LIMIT \(limit)
            """
        ) { row in (try Message.ID(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        return try found.compactMap { id, snippet in
            guard let message = try transaction.find(Message.self, id),
                let thread = try transaction.find(Thread.self, message.threadID)
            else { return nil }
            return Match(message: message, thread: thread, snippet: snippet)
        }
    }
}
