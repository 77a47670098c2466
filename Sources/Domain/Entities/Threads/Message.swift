/// Something said in a thread.
package struct Message: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Message>

    package var id: ID
    package var threadID: Thread.ID
    /// The id of an operator, an employee or a part of the program, as the kind says.
    package var authorID: String
    package var authorKind: AuthorKind
    package var content: String
    /// The tool calls that belong to the message, as an array.
    package var toolCalls: RawJSON?
    /// The message that this one answers.
    package var parentID: ID?
    /// Whether an employee wrote to a colleague of their own accord.
    package var isAgentInitiated: Bool
    package var createdAt: Timestamp
    /// Chosen by whoever sent the message, so that sending it twice stores it once.
    ///
    /// Unique within the thread.
    package var clientKey: String?
    /// When another took its place, so that it is no part of the conversation any more.
    package var supersededAt: Timestamp?
    /// The message that took its place, once there is one.
    package var supersededBy: ID?
    /// Files of the company that belong to the message, in order; none is no list.
    package var fileIDs: JSONColumn<[VaultFile.ID]>?
    /// The run that wrote it; a person's words have none.
    package var runID: Run.ID?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case threadID = "thread_id"
        case authorID = "author_id"
        case authorKind = "author_kind"
        case content
        case toolCalls = "tool_calls_json"
        case parentID = "parent_id"
        case isAgentInitiated = "is_agent_initiated"
        case createdAt = "created_at"
        case clientKey = "client_key"
        case supersededAt = "superseded_at"
        case supersededBy = "superseded_by"
        case fileIDs = "file_ids_json"
        case runID = "run_id"
    }

    package init(
        id: ID, threadID: Thread.ID, authorID: String, authorKind: AuthorKind, content: String,
        toolCalls: RawJSON? = nil, parentID: ID? = nil, isAgentInitiated: Bool = false, createdAt: Timestamp,
        clientKey: String? = nil, supersededAt: Timestamp? = nil, supersededBy: ID? = nil,
        fileIDs: JSONColumn<[VaultFile.ID]>? = nil, runID: Run.ID? = nil
    ) {
        self.id = id
        self.threadID = threadID
        self.authorID = authorID
        self.authorKind = authorKind
        self.content = content
        self.toolCalls = toolCalls
        self.parentID = parentID
        self.isAgentInitiated = isAgentInitiated
        self.createdAt = createdAt
        self.clientKey = clientKey
        self.supersededAt = supersededAt
        self.supersededBy = supersededBy
        self.fileIDs = fileIDs
        self.runID = runID
    }
}
