import Domain

/// An event of the log as the server shows it.
struct EventRecord: Hashable, Sendable {
    let seq: Int
    let type: String
    let actorID: String
    let createdAt: Timestamp
    let payload: JSONValue
    /// Everything the server said.
    let json: JSONValue

    /// `nil` when it is no event.
    init?(_ json: JSONValue) {
        guard let type = json["event_type"]?.string, let seq = json["seq"]?.serverNumber else {
            return nil
        }
        self.seq = seq
        self.type = type
        actorID = json["actor_id"]?.string ?? ""
        createdAt = Timestamp(milliseconds: Int64(json["created_at"]?.serverNumber ?? 0))
        payload = json["payload"] ?? .null
        self.json = json
    }

    /// The member of the payload with this name, as text.
    func text(_ key: String) -> String? { payload[key]?.string }

    /// The member of the payload with this name, as a whole number within ``ServerNumber/range``.
    func int(_ key: String) -> Int? { payload[key]?.serverNumber }
}

/// A piece of an answer while it is written.
struct TokenPiece: Hashable, Sendable {
    let employeeID: String
    let threadID: String?
    let ticketID: String?
    let text: String

    init?(_ json: JSONValue) {
        guard let text = json["text"]?.string, let employeeID = json["employee_id"]?.string else { return nil }
        self.text = text
        self.employeeID = employeeID
        threadID = json["thread_id"]?.string
        ticketID = json["ticket_id"]?.string
    }
}
