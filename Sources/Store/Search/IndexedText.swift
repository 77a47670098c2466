package import Domain

/// What search knows of something: its words, and who may be told them.
package struct IndexedText: Sendable {
    /// What is embedded; `nil` where there is nothing to be found, or no longer.
    package var text: String?
    /// The least private kind of provider that the people concerned allow; `nil` where none of them says anything.
    package var limit: PrivacyTier?

    init(_ text: String? = nil, limit: PrivacyTier? = nil) {
        self.text = text
        self.limit = limit
    }
}

extension IndexedText {
    /// Reads what an entry of the queue is about.
    ///
    /// - Throws: ``StoreError``.
    package static func of(_ entry: IndexEntry, in transaction: any Transaction) throws -> IndexedText {
        let (company, id) = (entry.companyID, entry.sourceID)
        switch entry.sourceType {
        case .message: return try of(message: Message.ID(id), of: company, transaction)
        case .ticket: return try of(ticket: Ticket.ID(id), of: company, transaction)
        case .vaultFile: return try of(file: VaultFile.ID(id), of: company, transaction)
        case .meetingMinutes: return try of(meeting: Meeting.ID(id), of: company, transaction)
        case .goal:
            guard let goal = try transaction.find(Goal.self, Goal.ID(id)), goal.companyID == company else { return IndexedText() }
            return IndexedText(joined([goal.title, goal.description]))
        case .project:
            guard let project = try transaction.find(Project.self, Project.ID(id)), project.companyID == company else {
                return IndexedText()
            }
            let lead = [project.leadID?.rawValue].compactMap { $0 }
            return IndexedText(joined([project.title, project.description]), limit: try limit(of: lead, transaction))
        }
    }

    private static func of(
        message id: Message.ID, of company: Company.ID, _ transaction: any Transaction
    ) throws -> IndexedText {
        guard let message = try transaction.find(Message.self, id), message.supersededAt == nil,
            message.authorKind != .system,
            let thread = try transaction.find(Thread.self, message.threadID), thread.companyID == company, thread.ticketID == nil,
            // The beginning of a thread that branches off is found where it was said.
            thread.forkedFromThreadID == nil || message.createdAt >= thread.createdAt
        else { return IndexedText() }
        return IndexedText(message.content, limit: try limit(of: [message.authorID], and: thread, transaction))
    }

    private static func of(
        ticket id: Ticket.ID, of company: Company.ID, _ transaction: any Transaction
    ) throws -> IndexedText {
        guard let ticket = try transaction.find(Ticket.self, id), ticket.companyID == company else { return IndexedText() }
        var parts = [
            ticket.title, ticket.description, ticket.labels.value.joined(separator: ", "), ticket.blockedReason ?? "",
        ]
        let reviews = try transaction.select(TicketReview.self, "WHERE ticket_id = \(id) ORDER BY round, id")
        for review in reviews { parts += [review.result, review.comment ?? ""] }
        var people = [ticket.assigneeID?.rawValue, ticket.reporterID].compactMap { $0 } + reviews.map(\.requestedBy.rawValue)
        let thread = try ticket.threadID.flatMap { try transaction.find(Thread.self, $0) }
        if let thread {
            let comments = try transaction.select(
                Message.self,
                """
                WHERE thread_id = \(thread.id) AND superseded_at IS NULL AND author_kind <> \(AuthorKind.system)
                ORDER BY created_at DESC, id DESC LIMIT \(mostComments)
                """)
            parts += comments.reversed().map(\.content)
            people += comments.map(\.authorID)
        }
        return IndexedText(joined(parts), limit: try limit(of: people, and: thread, transaction))
    }

    private static func of(
        file id: VaultFile.ID, of company: Company.ID, _ transaction: any Transaction
    ) throws -> IndexedText {
        guard let file = try transaction.find(VaultFile.self, id), file.companyID == company, let words = file.extractedText,
            // Minutes are found as those of their meeting.
            try !transaction.exists("SELECT 1 FROM meetings WHERE company_id = \(company) AND minutes_file_id = \(id)")
        else { return IndexedText() }
        return IndexedText(joined([file.originalName, words]), limit: try limit(of: [file.uploadedBy], transaction))
    }

    private static func of(
        meeting id: Meeting.ID, of company: Company.ID, _ transaction: any Transaction
    ) throws -> IndexedText {
        guard let meeting = try transaction.find(Meeting.self, id), meeting.companyID == company, let minutes = meeting.minutesMd
        else { return IndexedText() }
        let people = [meeting.chairID.rawValue] + meeting.attendees.value.map(\.rawValue)
        return IndexedText(joined([meeting.agenda, minutes]), limit: try limit(of: people, transaction))
    }

    /// The newest comments of a ticket are read, so that a long one does not cost ever more.
    private static let mostComments = 200

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
    }

    /// The strictest limit of these people, as far as they are employees, and of those who read along.
    private static func limit(
        of people: [String], and thread: Thread? = nil, _ transaction: any Transaction
    ) throws -> PrivacyTier? {
        let own: [PrivacyTier] = try transaction.values(
            """
            SELECT DISTINCT max_privacy_tier FROM employees
            WHERE id IN \(list: Set(people).sorted()) AND max_privacy_tier IS NOT NULL
            """)
        let others = try thread.map { try $0.employees(limit: 100, departed: true, in: transaction).compactMap(\.maxPrivacyTier) }
        return (own + (others ?? [])).min()
    }
}
