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

    /// The company's messages that hold all of the words, in what is said or in the names of their files, the newest first.
    ///
    /// Each word is taken literally, so that nothing in it is search syntax.
    package static func search(
        _ search: Search, in company: Company.ID, limit: Int, _ transaction: any Transaction
    ) throws -> [Match] {
        let words = search.words.prefix(512).split { !$0.isLetter && !$0.isNumber }.prefix(16).map(String.init)
        guard !words.isEmpty else { return [] }
        var places = try said(words, search, in: company, limit: limit, transaction)
        let known = Set(places.map(\.id))
        places += try attached(words, search, in: company, limit: limit, transaction).filter { !known.contains($0.id) }
        return try places.sorted { $0.row > $1.row }.prefix(limit).compactMap { place in
            guard let message = try transaction.find(Message.self, place.id),
                let thread = try transaction.find(Thread.self, message.threadID)
            else { return nil }
            return Match(message: message, thread: thread, snippet: place.snippet)
        }
    }

    /// A message that matches, and its place among all.
    private struct Place {
        let row: Int64
        let id: Message.ID
        let snippet: String

        init(_ row: any Row) throws {
            self.row = try Int64(column: row.value(at: 0))
            id = try Message.ID(column: row.value(at: 1))
            snippet = try String(column: row.value(at: 2))
        }
    }

    private static func said(
        _ words: [String], _ search: Search, in company: Company.ID, limit: Int, _ transaction: any Transaction
    ) throws -> [Place] {
        // The newest are found first without looking at the others: rows are numbered as they come.
        try transaction.rows(
            """
            SELECT m.rowid, m.id, snippet(messages_fts, 0, '', '', '…', 24) FROM messages_fts
            CROSS JOIN messages m ON m.rowid = messages_fts.rowid CROSS JOIN threads t ON t.id = m.thread_id
            WHERE messages_fts MATCH \(words.map { "\"\($0)\"" }.joined(separator: " ")) AND t.company_id = \(company)
              AND m.superseded_at IS NULL \(search.conditions(row: "messages_fts.rowid")) ORDER BY messages_fts.rowid DESC LIMIT \(limit)
            """, read: Place.init)
    }

    /// The messages with files that hold words in the names of those.
    private static func attached(
        _ words: [String], _ search: Search, in company: Company.ID, limit: Int, _ transaction: any Transaction
    ) throws -> [Place] {
        var condition: SQL = ""
        for word in words {
            condition =
                condition + """
                    AND (m.rowid IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH \("\"\(word)\""))
                      OR EXISTS (SELECT 1 FROM json_each(m.file_ids_json) j JOIN file_vault f ON f.id = j.value
                        WHERE f.rowid IN (SELECT rowid FROM file_vault_fts WHERE file_vault_fts MATCH \("original_name : \"\(word)\""))))
                    """
        }
        return try transaction.rows(
            """
            SELECT m.rowid, m.id, (SELECT group_concat(f.original_name, ', ') FROM json_each(m.file_ids_json) j
              JOIN file_vault f ON f.id = j.value)
            FROM threads t CROSS JOIN messages m ON m.thread_id = t.id
            WHERE t.company_id = \(company) AND m.file_ids_json IS NOT NULL AND m.superseded_at IS NULL \(search.conditions(row: "m.rowid"))
              \(condition) ORDER BY m.rowid DESC LIMIT \(limit)
            """, read: Place.init)
    }
}

extension Message.Search {
    /// What restricts a message `m` besides its words.
    ///
    /// - Parameter row: Its place among all.
    fileprivate func conditions(row: SQL) -> SQL {
        var condition: SQL = ""
        if let thread { condition = condition + "AND m.thread_id = \(thread)" }
        if let author { condition = condition + "AND m.author_id = \(author)" }
        if let before { condition = condition + "AND \(row) < (SELECT rowid FROM messages WHERE id = \(before))" }
        return condition
    }
}
