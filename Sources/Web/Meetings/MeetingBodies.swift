import Domain
import Store

/// What a meeting is called with.
struct MeetingCall: RequestBody {
    var chairID: Employee.ID
    var attendeeIDs: [Employee.ID]
    var agenda: String
    var mode: MeetingMode?
    var limits: Meeting.Limits?
    var ticketsAtOnce: Bool?
    var goalID: Goal.ID?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case chairID = "chair_id"
        case attendeeIDs = "attendee_ids"
        case agenda
        case mode
        case limits
        case ticketsAtOnce = "tickets_at_once"
        case goalID = "goal_id"
    }

    var call: Meeting.Call {
        Meeting.Call(
            chair: chairID, attendees: attendeeIDs, agenda: agenda, mode: mode ?? .roundRobin, limits: limits ?? Meeting.Limits(),
            ticketsAtOnce: ticketsAtOnce ?? false, goal: goalID)
    }
}

/// What a person says in a meeting.
struct MeetingInterjecting: RequestBody {
    var content: String
    /// Whom it is for; those whom it names with an `@`, else the chair, when missing.
    var to: Employee.ID?

    enum CodingKeys: String, CodingKey, CaseIterable { case content, to }
}

/// Whom a person wants to hear.
struct MeetingCallingOn: RequestBody {
    var employeeID: Employee.ID
    var question: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case employeeID = "employee_id"
        case question
    }
}

/// How a meeting shall end.
struct MeetingEnding: RequestBody {
    /// Whether without the chair's closing words.
    var now: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable { case now }
}

/// What is changed of an action item; what is missing stays as it is.
struct MeetingItemPatch: RequestBody {
    var title: String?
    var description: String?
    var assigneeID: Employee.ID?
    var priority: Priority?
    var dueAt: Timestamp?
    /// Whether nothing comes of it; `false` takes it up again.
    var declined: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case title, description, priority, declined
        case assigneeID = "assignee_id"
        case dueAt = "due_at"
    }

    var changes: Meeting.ItemChanges {
        Meeting.ItemChanges(
            title: title, description: description, assigneeID: assigneeID, priority: priority, dueAt: dueAt, declined: declined)
    }
}
