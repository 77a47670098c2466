/// How far a person has read in a thread.
package struct ThreadRead: Codable, Hashable, Sendable {
    package var threadID: Thread.ID
    package var operatorID: Operator.ID
    /// The last message that was read.
    package var messageID: Message.ID
    /// When that message was written; with its id it is the place in the thread.
    package var messageAt: Timestamp
    package var readAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case threadID = "thread_id"
        case operatorID = "operator_id"
        case messageID = "message_id"
        case messageAt = "message_at"
        case readAt = "read_at"
    }

    package init(
        threadID: Thread.ID, operatorID: Operator.ID, messageID: Message.ID, messageAt: Timestamp, readAt: Timestamp
    ) {
        self.threadID = threadID
        self.operatorID = operatorID
        self.messageID = messageID
        self.messageAt = messageAt
        self.readAt = readAt
    }
}
