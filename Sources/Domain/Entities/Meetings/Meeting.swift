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
    /// The company, as long as the meeting is on: there is one at a time.
    package var activeIn: Company.ID?
    package var phase: MeetingPhase
    package var round: Int
    /// Who has the floor.
    package var speakerID: Employee.ID?
    /// Turns that count against the limit.
    package var turnsUsed: Int
    /// What the turns have cost so far.
    package var costUsd: Money
    package var limits: JSONColumn<Limits>
    /// When the time is over; moved on by pauses.
    package var deadlineAt: Timestamp?
    package var ticketsAtOnce: Bool
    package var goalID: Goal.ID?
    package var decisions: JSONColumn<[Decision]>
    package var positions: JSONColumn<[Position]>
    package var departures: JSONColumn<[Departure]>
    /// Turns that people asked for, the oldest first.
    package var requests: JSONColumn<[Request]>
    /// Whether a person wants it to come to its end.
    package var isEndWanted: Bool
    package var endReason: MeetingEndReason?
    /// What the chair said at the end.
    package var closingWords: String?
    /// The minutes in the vault.
    package var minutesFileID: VaultFile.ID?
    /// Chosen by whoever called the meeting, so that calling it twice calls it once.
    package var clientKey: String?

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
        case activeIn = "active_in"
        case phase
        case round
        case speakerID = "speaker_id"
        case turnsUsed = "turns_used"
        case costUsd = "cost_usd"
        case limits = "limits_json"
        case deadlineAt = "deadline_at"
        case ticketsAtOnce = "tickets_at_once"
        case goalID = "goal_id"
        case decisions = "decisions_json"
        case positions = "positions_json"
        case departures = "departures_json"
        case requests = "requests_json"
        case isEndWanted = "is_end_wanted"
        case endReason = "end_reason"
        case closingWords = "closing_words"
        case minutesFileID = "minutes_file_id"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, threadID: Thread.ID, chairID: Employee.ID, agenda: String = "",
        mode: MeetingMode = .roundRobin, status: MeetingStatus = .active, minutesMd: String? = nil,
        attendees: JSONColumn<[Employee.ID]> = [], actionItems: JSONColumn<[ActionItem]> = [], startedAt: Timestamp,
        endedAt: Timestamp? = nil, activeIn: Company.ID? = nil, phase: MeetingPhase = .opening, round: Int = 0,
        speakerID: Employee.ID? = nil, turnsUsed: Int = 0, costUsd: Money = .zero,
        limits: JSONColumn<Limits> = JSONColumn(Limits()), deadlineAt: Timestamp? = nil, ticketsAtOnce: Bool = false,
        goalID: Goal.ID? = nil, decisions: JSONColumn<[Decision]> = [], positions: JSONColumn<[Position]> = [],
        departures: JSONColumn<[Departure]> = [], requests: JSONColumn<[Request]> = [], isEndWanted: Bool = false,
        endReason: MeetingEndReason? = nil, closingWords: String? = nil, minutesFileID: VaultFile.ID? = nil,
        clientKey: String? = nil
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
        self.activeIn = activeIn
        self.phase = phase
        self.round = round
        self.speakerID = speakerID
        self.turnsUsed = turnsUsed
        self.costUsd = costUsd
        self.limits = limits
        self.deadlineAt = deadlineAt
        self.ticketsAtOnce = ticketsAtOnce
        self.goalID = goalID
        self.decisions = decisions
        self.positions = positions
        self.departures = departures
        self.requests = requests
        self.isEndWanted = isEndWanted
        self.endReason = endReason
        self.closingWords = closingWords
        self.minutesFileID = minutesFileID
        self.clientKey = clientKey
    }
}

extension Meeting {
    /// Attendees who have left and are not back.
    package var absent: Set<Employee.ID> { Set(departures.value.filter { $0.returnedAt == nil }.map(\.employeeID)) }
}
