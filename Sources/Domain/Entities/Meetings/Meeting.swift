/// A conversation of several employees with a chair.
package struct Meeting: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Meeting>

    package var id: ID
    package var companyID: Company.ID
    /// The meeting's own thread.
    package var threadID: Thread.ID
    package var chairID: Employee.ID
    package var agenda: String
    package var mode: MeetingMode
    package var status: MeetingStatus
    /// Markdown, written when the meeting ends.
    package var minutesMd: String?
    package var attendees: JSONColumn<[Employee.ID]>
    package var actionItems: JSONColumn<[ActionItem]>
    package var startedAt: Timestamp
    package var endedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case threadID = "thread_id"
        case chairID = "chair_id"
        case agenda
        case mode
        case status
        case minutesMd = "minutes_md"
        case attendees = "attendees_json"
        case actionItems = "action_items_json"
        case startedAt = "started_at"
        case endedAt = "ended_at"
    }

    package init(
        id: ID, companyID: Company.ID, threadID: Thread.ID, chairID: Employee.ID, agenda: String = "",
        mode: MeetingMode = .roundRobin, status: MeetingStatus = .active, minutesMd: String? = nil,
        attendees: JSONColumn<[Employee.ID]> = [], actionItems: JSONColumn<[ActionItem]> = [], startedAt: Timestamp,
        endedAt: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.threadID = threadID
        self.chairID = chairID
        self.agenda = agenda
        self.mode = mode
        self.status = status
        self.minutesMd = minutesMd
        self.attendees = attendees
        self.actionItems = actionItems
        self.startedAt = startedAt
        self.endedAt = endedAt
    }
}
