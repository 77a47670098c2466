/// Something was put into the calendar.
package struct ScheduleCreated: EventPayload {
    package static let type = EventType.scheduleCreated

    package let scheduleItemID: ScheduleItem.ID
    package let title: String
    package let startsAt: Timestamp
    package let ticketID: Ticket.ID?
    package let projectID: Project.ID?
    package let goalID: Goal.ID?
    package let assigneeID: Employee.ID?
    /// The work that will be due then.
    package let wakeupRequestID: WakeupRequest.ID?
    package let createdAt: Timestamp

    package init(
        scheduleItemID: ScheduleItem.ID, title: String, startsAt: Timestamp, ticketID: Ticket.ID? = nil,
        projectID: Project.ID? = nil, goalID: Goal.ID? = nil, assigneeID: Employee.ID? = nil,
        wakeupRequestID: WakeupRequest.ID? = nil, createdAt: Timestamp
    ) {
        self.scheduleItemID = scheduleItemID
        self.title = title
        self.startsAt = startsAt
        self.ticketID = ticketID
        self.projectID = projectID
        self.goalID = goalID
        self.assigneeID = assigneeID
        self.wakeupRequestID = wakeupRequestID
        self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case scheduleItemID = "schedule_item_id"
        case title
        case startsAt = "starts_at"
        case ticketID = "ticket_id"
        case projectID = "project_id"
        case goalID = "goal_id"
        case assigneeID = "assignee_id"
        case wakeupRequestID = "wakeup_request_id"
        case createdAt = "created_at"
    }
}

/// Something in the calendar was changed.
package struct ScheduleUpdated: EventPayload {
    package static let type = EventType.scheduleUpdated

    package let scheduleItemID: ScheduleItem.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    /// The work that will be due then.
    package let wakeupRequestID: WakeupRequest.ID?
    package let updatedAt: Timestamp

    package init(
        scheduleItemID: ScheduleItem.ID, patchedKeys: [String], wakeupRequestID: WakeupRequest.ID? = nil, updatedAt: Timestamp
    ) {
        self.scheduleItemID = scheduleItemID
        self.patchedKeys = patchedKeys
        self.wakeupRequestID = wakeupRequestID
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case scheduleItemID = "schedule_item_id"
        case patchedKeys = "patched_keys"
        case wakeupRequestID = "wakeup_request_id"
        case updatedAt = "updated_at"
    }
}

/// Something in the calendar is done.
package struct ScheduleCompleted: EventPayload {
    package static let type = EventType.scheduleCompleted

    package let scheduleItemID: ScheduleItem.ID
    package let completedAt: Timestamp

    package init(scheduleItemID: ScheduleItem.ID, completedAt: Timestamp) {
        self.scheduleItemID = scheduleItemID
        self.completedAt = completedAt
    }

    private enum CodingKeys: String, CodingKey {
        case scheduleItemID = "schedule_item_id"
        case completedAt = "completed_at"
    }
}

/// Something was taken out of the calendar.
package struct ScheduleDeleted: EventPayload {
    package static let type = EventType.scheduleDeleted

    package let scheduleItemID: ScheduleItem.ID
    /// As it was.
    package let title: String
    package let deletedAt: Timestamp

    package init(scheduleItemID: ScheduleItem.ID, title: String, deletedAt: Timestamp) {
        self.scheduleItemID = scheduleItemID
        self.title = title
        self.deletedAt = deletedAt
    }

    private enum CodingKeys: String, CodingKey {
        case scheduleItemID = "schedule_item_id"
        case title
        case deletedAt = "deleted_at"
    }
}
