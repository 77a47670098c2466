/// A fact of a thread that stays in its digest however far back it was said.
package struct PinnedFact: Codable, Hashable, Sendable {
    /// Unique within the digest.
    package var id: String
    package var fact: String
    package var sourceMessageID: Message.ID?

    package enum CodingKeys: String, CodingKey {
        case id
        case fact
        case sourceMessageID = "sourceMessageId"
    }

    package init(id: String, fact: String, sourceMessageID: Message.ID? = nil) {
        self.id = id
        self.fact = fact
        self.sourceMessageID = sourceMessageID
    }
}
