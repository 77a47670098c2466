/// What a person has to say to a turn that goes on.
package struct Guidance: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Guidance>

    package var id: ID
    package var companyID: Company.ID
    /// The run that it was meant for.
    package var runID: Run.ID
    package var wakeupID: WakeupRequest.ID
    package var threadID: Thread.ID
    /// The same words in the thread.
    package var messageID: Message.ID
    /// The id of an operator.
    package var authorID: String
    package var content: String
    package var status: GuidanceStatus
    /// The run that took it up: another one, when the first was interrupted before.
    package var takenRunID: Run.ID?
    /// The model call of that run, from 0, that was the first to know of it.
    package var takenStep: Int?
    package var createdAt: Timestamp
    /// When it was taken up, or when it was clear that it would not be.
    package var settledAt: Timestamp?
    /// Chosen by whoever gave it, so that giving it twice gives it once.
    ///
    /// Unique within the run.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case runID = "run_id"
        case wakeupID = "wakeup_id"
        case threadID = "thread_id"
        case messageID = "message_id"
        case authorID = "author_id"
        case content
        case status
        case takenRunID = "taken_run_id"
        case takenStep = "taken_step"
        case createdAt = "created_at"
        case settledAt = "settled_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, runID: Run.ID, wakeupID: WakeupRequest.ID, threadID: Thread.ID, messageID: Message.ID,
        authorID: String, content: String, status: GuidanceStatus = .waiting, takenRunID: Run.ID? = nil, takenStep: Int? = nil,
        createdAt: Timestamp, settledAt: Timestamp? = nil, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.runID = runID
        self.wakeupID = wakeupID
        self.threadID = threadID
        self.messageID = messageID
        self.authorID = authorID
        self.content = content
        self.status = status
        self.takenRunID = takenRunID
        self.takenStep = takenStep
        self.createdAt = createdAt
        self.settledAt = settledAt
        self.clientKey = clientKey
    }
}
