/// Something that happened.
///
/// Events are only ever added.
package struct Event: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Event>

    package var id: ID
    /// The company, which may be gone: events outlive it.
    package var companyID: Company.ID
    /// The id of an operator or employee, or the name of a part of the program, as the kind says.
    package var actorID: String
    package var actorKind: ActorKind
    /// Such as `ticket.created`.
    package var eventType: String
    package var payload: RawJSON
    package var createdAt: Timestamp
    /// The place in the company's log, from 1 and without gaps.
    ///
    /// Zero marks a row from before the log was chained.
    package var seq: Int
    /// The ``hash`` of the event before, empty for the first.
    package var prevHash: String
    /// The SHA-256 over ``prevHash`` and this event's content, in lower-case hexadecimal.
    package var hash: String

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case actorID = "actor_id"
        case actorKind = "actor_kind"
        case eventType = "event_type"
        case payload = "payload_json"
        case createdAt = "created_at"
        case seq
        case prevHash = "prev_hash"
        case hash
    }

    package init(
        id: ID, companyID: Company.ID, actorID: String, actorKind: ActorKind, eventType: String, payload: RawJSON,
        createdAt: Timestamp, seq: Int = 0, prevHash: String = "", hash: String = ""
    ) {
        self.id = id
        self.companyID = companyID
        self.actorID = actorID
        self.actorKind = actorKind
        self.eventType = eventType
        self.payload = payload
        self.createdAt = createdAt
        self.seq = seq
        self.prevHash = prevHash
        self.hash = hash
    }
}
