import Domain
import Store

/// What is put into the calendar.
struct ScheduleCreation: RequestBody {
    var title: String
    var description: String?
    var kind: ScheduleKind?
    var priority: Priority?
    var startsAt: Timestamp
    var endsAt: Timestamp?
    var reminderAt: Timestamp?
    var ticketID: Ticket.ID?
    var projectID: Project.ID?
    var goalID: Goal.ID?
    var assigneeID: Employee.ID?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case title, description, kind, priority
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case reminderAt = "reminder_at"
        case ticketID = "ticket_id"
        case projectID = "project_id"
        case goalID = "goal_id"
        case assigneeID = "assignee_id"
    }

    func draft(_ key: String?) -> ScheduleItem.Draft {
        ScheduleItem.Draft(
            title: title, description: description ?? "", kind: kind ?? .task, priority: priority ?? .medium, startsAt: startsAt,
            endsAt: endsAt, reminderAt: reminderAt, ticket: ticketID, project: projectID, goal: goalID, assignee: assigneeID,
            clientKey: key)
    }
}

/// What is changed of an entry of the calendar; what is missing stays as it is, and null takes away what may be missing.
struct SchedulePatch: RequestBody {
    let changes: ScheduleItem.Changes

    enum CodingKeys: String, CodingKey, CaseIterable {
        case title, description, kind, status, priority
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case reminderAt = "reminder_at"
        case ticketID = "ticket_id"
        case projectID = "project_id"
        case goalID = "goal_id"
        case assigneeID = "assignee_id"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        var changes = ScheduleItem.Changes(status: try members.decodeIfPresent(ScheduleStatus.self, forKey: .status))
        changes.title = try members.decodeIfPresent(String.self, forKey: .title)
        changes.description = try members.decodeIfPresent(String.self, forKey: .description)
        changes.kind = try members.decodeIfPresent(ScheduleKind.self, forKey: .kind)
        changes.priority = try members.decodeIfPresent(Priority.self, forKey: .priority)
        changes.startsAt = try members.decodeIfPresent(Timestamp.self, forKey: .startsAt)
        changes.endsAt = try members.change(Timestamp.self, .endsAt)
        changes.reminderAt = try members.change(Timestamp.self, .reminderAt)
        changes.ticket = try members.change(Ticket.ID.self, .ticketID)
        changes.project = try members.change(Project.ID.self, .projectID)
        changes.goal = try members.change(Goal.ID.self, .goalID)
        changes.assignee = try members.change(Employee.ID.self, .assigneeID)
        self.changes = changes
    }
}
