package import Domain

extension SearchIndex {
    /// Something that can be found.
    struct Source: Hashable {
        let type: EmbeddingSource
        let id: String
    }

    /// What has vectors.
    static func embedded(of company: Company.ID, in transaction: any Transaction) throws -> [Source] {
        try sources("SELECT DISTINCT source_type, source_id FROM embeddings WHERE company_id = \(company)", transaction)
    }

    /// What is there to be found, and what has vectors though it is there no longer.
    static func sources(of company: Company.ID, in transaction: any Transaction) throws -> [Source] {
        let there = try sources(
            """
            SELECT 'goal', id FROM goals WHERE company_id = \(company)
            UNION ALL SELECT 'project', id FROM projects WHERE company_id = \(company)
            UNION ALL SELECT 'ticket', id FROM tickets WHERE company_id = \(company)
            UNION ALL SELECT 'meeting_minutes', id FROM meetings WHERE company_id = \(company) AND minutes_md IS NOT NULL
            UNION ALL SELECT 'vault_file', id FROM file_vault WHERE company_id = \(company) AND extracted_text IS NOT NULL
              AND id NOT IN (SELECT minutes_file_id FROM meetings WHERE minutes_file_id IS NOT NULL)
            UNION ALL SELECT 'message', m.id FROM messages m JOIN threads t ON t.id = m.thread_id
              WHERE t.company_id = \(company) AND t.ticket_id IS NULL AND m.superseded_at IS NULL
                AND m.author_kind <> \(AuthorKind.system)
            """, transaction)
        let known = Set(there)
        return there + (try embedded(of: company, in: transaction).filter { !known.contains($0) })
    }

    private static func sources(_ sql: SQL, _ transaction: any Transaction) throws -> [Source] {
        try transaction.rows(sql) { row in
            Source(
                type: try EmbeddingSource(column: row.value(at: 0)), id: try String(column: row.value(at: 1)))
        }
    }
}

extension Event {
    /// Notes what of the index the event bears on.
    func queueSources(in transaction: any Transaction) throws {
        guard let type = EventType(rawValue: eventType), SearchIndex.causes.contains(type), let payload = payload.value else {
            return
        }
        func queue(_ source: EmbeddingSource, _ member: String) throws {
            guard let id = payload[member]?.string else { return }
            try IndexEntry.queue(source, id, of: companyID, in: transaction)
        }
        switch type {
        case .messagePersisted: try queueMessage(payload, in: transaction)
        case .messageSuperseded: try queueSuperseded(payload, in: transaction)
        case .meetingEnded: try queue(.meetingMinutes, "meeting_id")
        case .goalCreated, .goalUpdated, .goalDeleted: try queue(.goal, "goal_id")
        case .projectCreated, .projectUpdated, .projectDeleted: try queue(.project, "project_id")
        case .vaultFileCreated, .vaultFileDeleted: try queue(.vaultFile, "file_id")
        default: try queue(.ticket, "ticket_id")
        }
    }

    private func queueMessage(_ payload: JSONValue, in transaction: any Transaction) throws {
        guard let id = payload["message_id"]?.string, let thread = payload["thread_id"]?.string else { return }
        if let ticket = try ticket(of: thread, transaction) {
            try IndexEntry.queue(.ticket, ticket, of: companyID, in: transaction)
        } else {
            try IndexEntry.queue(.message, id, of: companyID, in: transaction)
        }
    }

    private func queueSuperseded(_ payload: JSONValue, in transaction: any Transaction) throws {
        guard let thread = payload["thread_id"]?.string else { return }
        if let ticket = try ticket(of: thread, transaction) {
            return try IndexEntry.queue(.ticket, ticket, of: companyID, in: transaction)
        }
        let gone: [String] = try transaction.values(
            """
            SELECT m.id FROM messages m WHERE m.thread_id = \(thread) AND m.superseded_at IS NOT NULL
              AND EXISTS (SELECT 1 FROM embeddings e WHERE e.source_id = m.id)
            """)
        for id in gone { try IndexEntry.queue(.message, id, of: companyID, in: transaction) }
    }

    private func ticket(of thread: String, _ transaction: any Transaction) throws -> String? {
        try transaction.value("SELECT ticket_id FROM threads WHERE id = \(thread) AND company_id = \(companyID)")
    }
}

extension SearchIndex {
    /// The events that change what can be found.
    package static let causes: Set<EventType> = [
        .messagePersisted, .messageSuperseded, .ticketCreated, .ticketUpdated, .ticketClosed, .ticketReopened, .ticketBlocked,
        .ticketUnblocked, .ticketCommentAdded, .reviewRequested, .reviewCompleted, .goalCreated, .goalUpdated, .goalDeleted,
        .projectCreated, .projectUpdated, .projectDeleted, .meetingEnded, .vaultFileCreated, .vaultFileDeleted,
    ]
}
