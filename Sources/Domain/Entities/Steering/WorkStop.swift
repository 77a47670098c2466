/// A person's wish that a piece of work which goes on be ended, kept until it is.
package struct WorkStop: Codable, Hashable, Sendable {
    package var wakeupID: WakeupRequest.ID
    package var companyID: Company.ID
    /// The id of an operator, or the name of a part of the program.
    package var askedBy: String
    /// Whether what was said by then belongs to a course of the conversation that was given up.
    package var discards: Bool
    package var askedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case wakeupID = "wakeup_id"
        case companyID = "company_id"
        case askedBy = "asked_by"
        case discards
        case askedAt = "asked_at"
    }

    package init(
        wakeupID: WakeupRequest.ID, companyID: Company.ID, askedBy: String, discards: Bool = false, askedAt: Timestamp
    ) {
        self.wakeupID = wakeupID
        self.companyID = companyID
        self.askedBy = askedBy
        self.discards = discards
        self.askedAt = askedAt
    }
}
