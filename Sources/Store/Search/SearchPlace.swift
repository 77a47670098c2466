package import Domain

/// Where something that was found is, and what it is called.
package struct SearchPlace: Codable, Hashable, Sendable {
    /// What people know it by.
    package var title: String
    /// The conversation that it is part of.
    package var threadID: Thread.ID?
    package var ticketID: Ticket.ID?
    package var ticketNumber: Int?
    /// Who said or made it, by name.
    package var author: String?
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case title
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case ticketNumber = "ticket_number"
        case author
        case createdAt = "created_at"
    }
}

extension SearchPlace {
    /// The place of a source of the company; `nil` where it is not to be found any more, whatever the index says.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ type: EmbeddingSource, _ id: String, in company: Company.ID, _ transaction: any Transaction
    ) throws -> SearchPlace? {
        switch type {
        case .message:
            guard let message = try transaction.find(Message.self, Message.ID(id)), message.supersededAt == nil,
                let thread = try transaction.find(Thread.self, message.threadID), thread.companyID == company
            else { return nil }
            let author = try Employee.names(of: [message.authorID], in: transaction)[message.authorID]
            let title = thread.subject ?? (thread.kind == .dm ? "direct conversation" : thread.kind.rawValue)
            return SearchPlace(title: title, threadID: thread.id, author: author, createdAt: message.createdAt)
        case .ticket:
            guard let ticket = try transaction.find(Ticket.self, Ticket.ID(id)), ticket.companyID == company else { return nil }
            let author = try Employee.names(of: [ticket.reporterID], in: transaction)[ticket.reporterID]
            return SearchPlace(
                title: ticket.title, threadID: ticket.threadID, ticketID: ticket.id, ticketNumber: ticket.number, author: author,
                createdAt: ticket.createdAt)
        case .vaultFile:
            guard let file = try transaction.find(VaultFile.self, VaultFile.ID(id)), file.companyID == company else { return nil }
            let author = try Employee.names(of: [file.uploadedBy], in: transaction)[file.uploadedBy]
            return SearchPlace(title: file.originalName, author: author, createdAt: file.createdAt)
        case .meetingMinutes:
            guard let meeting = try transaction.find(Meeting.self, Meeting.ID(id)), meeting.companyID == company else {
                return nil
            }
            let chair = try Employee.names(of: [meeting.chairID.rawValue], in: transaction)[meeting.chairID.rawValue]
            return SearchPlace(
                title: Meeting.subject(of: meeting.agenda), threadID: meeting.threadID, author: chair,
                createdAt: meeting.startedAt)
        case .goal:
            guard let goal = try transaction.find(Goal.self, Goal.ID(id)), goal.companyID == company else { return nil }
            return SearchPlace(title: goal.title, createdAt: goal.createdAt)
        case .project:
            guard let project = try transaction.find(Project.self, Project.ID(id)), project.companyID == company else {
                return nil
            }
            return SearchPlace(title: project.title, createdAt: project.createdAt)
        }
    }
}
