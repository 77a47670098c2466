package import Domain

extension SearchPlace {
    /// The places of things of the company, without those that are not to be found any more, whatever the index says; for each
    /// kind they are read at once.
    ///
    /// - Throws: ``StoreError``.
    package static func all(
        of sources: [SearchSource], in company: Company.ID, _ transaction: any Transaction
    ) throws -> [SearchSource: SearchPlace] {
        var found: [(source: SearchSource, place: SearchPlace, author: String?)] = []
        for (type, sources) in Dictionary(grouping: Set(sources), by: \.type).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let ids = sources.map(\.id).sorted()
            for (id, place, author) in try read(type, ids, in: company, transaction) {
                found.append((SearchSource(type: type, id: id), place, author))
            }
        }
        let names = try Employee.names(of: Set(found.compactMap(\.author)), in: transaction)
        return found.reduce(into: [:]) { places, one in
            var place = one.place
            place.author = one.author.flatMap { names[$0] }
            places[one.source] = place
        }
    }

    private typealias Found = (id: String, place: SearchPlace, author: String?)

    private static func read(
        _ type: EmbeddingSource, _ ids: [String], in company: Company.ID, _ transaction: any Transaction
    ) throws -> [Found] {
        let those: SQL = "WHERE company_id = \(company) AND id IN \(list: ids)"
        return switch type {
        case .message: try messages(ids, in: company, transaction)
        case .ticket:
            try transaction.select(Ticket.self, those).map {
                (
                    $0.id.rawValue,
                    SearchPlace(
                        title: $0.title, threadID: $0.threadID, ticketID: $0.id, ticketNumber: $0.number, createdAt: $0.createdAt),
                    $0.reporterID
                )
            }
        case .vaultFile:
            try transaction.select(VaultFile.self, those).map {
                ($0.id.rawValue, SearchPlace(title: $0.originalName, createdAt: $0.createdAt), $0.uploadedBy)
            }
        case .meetingMinutes:
            try transaction.select(Meeting.self, those).map {
                let place = SearchPlace(
                    title: Meeting.subject(of: $0.agenda), threadID: $0.threadID, createdAt: $0.startedAt)
                return ($0.id.rawValue, place, $0.chairID.rawValue)
            }
        case .goal:
            try transaction.select(Goal.self, those).map {
                ($0.id.rawValue, SearchPlace(title: $0.title, createdAt: $0.createdAt), nil)
            }
        case .project:
            try transaction.select(Project.self, those).map {
                ($0.id.rawValue, SearchPlace(title: $0.title, createdAt: $0.createdAt), nil)
            }
        }
    }

    private static func messages(
        _ ids: [String], in company: Company.ID, _ transaction: any Transaction
    ) throws -> [Found] {
        let messages = try transaction.select(Message.self, "WHERE id IN \(list: ids) AND superseded_at IS NULL")
        let threads = try transaction.select(
            Thread.self, "WHERE company_id = \(company) AND id IN \(list: Set(messages.map(\.threadID)).sorted())")
        let known = Dictionary(threads.map { ($0.id, $0) }) { first, _ in first }
        return messages.compactMap { message in
            guard let thread = known[message.threadID] else { return nil }
            let title = thread.subject ?? (thread.kind == .dm ? "direct conversation" : thread.kind.rawValue)
            return (
                message.id.rawValue, SearchPlace(title: title, threadID: thread.id, createdAt: message.createdAt),
                message.authorID
            )
        }
    }
}
