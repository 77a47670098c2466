/// An employee handed work to a colleague.
package struct TaskDelegated: EventPayload {
    package static let type = EventType.taskDelegated

    package let ticketID: Ticket.ID
    /// The plan that the work is a part of.
    package let planID: String?
    package let assigneeID: Employee.ID
    package let assigneeName: String
    package let parentProjectID: Project.ID?
    package let threadID: Thread.ID?
    /// Whether the colleague's work waits in the queue.
    package let executionQueued: Bool
    /// Whether the first choice could not take it.
    package let fallbackUsed: Bool
    /// How many colleagues were considered.
    package let attemptCount: Int
    /// Where the work was handed over, when that was in a message.
    package let sourceThreadID: Thread.ID?
    package let sourceMessageID: Message.ID?

    package init(
        ticketID: Ticket.ID, planID: String? = nil, assigneeID: Employee.ID, assigneeName: String,
        parentProjectID: Project.ID? = nil, threadID: Thread.ID? = nil, executionQueued: Bool, fallbackUsed: Bool,
        attemptCount: Int, sourceThreadID: Thread.ID? = nil, sourceMessageID: Message.ID? = nil
    ) {
        self.ticketID = ticketID
        self.planID = planID
        self.assigneeID = assigneeID
        self.assigneeName = assigneeName
        self.parentProjectID = parentProjectID
        self.threadID = threadID
        self.executionQueued = executionQueued
        self.fallbackUsed = fallbackUsed
        self.attemptCount = attemptCount
        self.sourceThreadID = sourceThreadID
        self.sourceMessageID = sourceMessageID
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case planID = "plan_id"
        case assigneeID = "assignee_id"
        case assigneeName = "assignee_name"
        case parentProjectID = "parent_project_id"
        case threadID = "thread_id"
        case executionQueued = "execution_queued"
        case fallbackUsed = "fallback_used"
        case attemptCount = "attempt_count"
        case sourceThreadID = "source_thread_id"
        case sourceMessageID = "source_message_id"
    }
}

/// Handing work to a colleague waits for a human's approval.
package struct TaskDelegationPending: EventPayload {
    package static let type = EventType.taskDelegationPending

    package let approvalItemID: ApprovalItem.ID
    package let requestedBy: Employee.ID
    package let assigneeID: Employee.ID
    /// What the work is.
    package let title: String

    package init(approvalItemID: ApprovalItem.ID, requestedBy: Employee.ID, assigneeID: Employee.ID, title: String) {
        self.approvalItemID = approvalItemID
        self.requestedBy = requestedBy
        self.assigneeID = assigneeID
        self.title = title
    }

    private enum CodingKeys: String, CodingKey {
        case approvalItemID = "approval_item_id"
        case requestedBy = "requested_by"
        case assigneeID = "assignee_id"
        case title
    }
}

/// A human refused that work be handed to a colleague.
package struct TaskDelegationRejected: EventPayload {
    package static let type = EventType.taskDelegationRejected

    package let approvalItemID: ApprovalItem.ID
    package let requestedBy: Employee.ID
    package let assigneeID: Employee.ID
    /// The id of an operator.
    package let rejectedBy: String
    package let reason: String?

    package init(
        approvalItemID: ApprovalItem.ID, requestedBy: Employee.ID, assigneeID: Employee.ID, rejectedBy: String,
        reason: String? = nil
    ) {
        self.approvalItemID = approvalItemID
        self.requestedBy = requestedBy
        self.assigneeID = assigneeID
        self.rejectedBy = rejectedBy
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case approvalItemID = "approval_item_id"
        case requestedBy = "requested_by"
        case assigneeID = "assignee_id"
        case rejectedBy = "rejected_by"
        case reason
    }
}

/// Work that found nobody to do it went up the line.
package struct TaskEscalated: EventPayload {
    package static let type = EventType.taskEscalated

    package let planID: String?
    package let ticketID: Ticket.ID?
    package let originalAssigneeID: Employee.ID?
    /// The id of an employee or an operator.
    package let escalatedTo: String
    package let reason: String

    package init(
        planID: String? = nil, ticketID: Ticket.ID? = nil, originalAssigneeID: Employee.ID? = nil, escalatedTo: String,
        reason: String
    ) {
        self.planID = planID
        self.ticketID = ticketID
        self.originalAssigneeID = originalAssigneeID
        self.escalatedTo = escalatedTo
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case planID = "plan_id"
        case ticketID = "ticket_id"
        case originalAssigneeID = "original_assignee_id"
        case escalatedTo = "escalated_to"
        case reason
    }
}
