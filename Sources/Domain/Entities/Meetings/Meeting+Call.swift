extension Meeting {
    /// Everything a meeting is called with, as one value that can be kept and called again.
    package struct Call: Codable, Hashable, Sendable {
        package var chair: Employee.ID
        package var attendees: [Employee.ID]
        package var agenda: String
        package var mode: MeetingMode
        package var limits: Limits
        /// Whether action items become tickets at the end without anybody's confirmation.
        package var ticketsAtOnce: Bool
        /// The goal that the tickets serve.
        package var goal: Goal.ID?

        package enum CodingKeys: String, CodingKey, CaseIterable {
            case chair = "chair_id"
            case attendees = "attendee_ids"
            case agenda
            case mode
            case limits
            case ticketsAtOnce = "tickets_at_once"
            case goal = "goal_id"
        }

        package init(
            chair: Employee.ID, attendees: [Employee.ID], agenda: String, mode: MeetingMode = .roundRobin,
            limits: Limits = Limits(), ticketsAtOnce: Bool = false, goal: Goal.ID? = nil
        ) {
            self.chair = chair
            self.attendees = attendees
            self.agenda = agenda
            self.mode = mode
            self.limits = limits
            self.ticketsAtOnce = ticketsAtOnce
            self.goal = goal
        }
    }
}
