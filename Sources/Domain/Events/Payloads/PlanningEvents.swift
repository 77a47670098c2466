/// An employee proposed how to break something down into work.
package struct PlanProposed: EventPayload {
    package static let type = EventType.planProposed

    package let planID: String
    package let projectID: Project.ID?
    package let goalID: Goal.ID?
    /// How many parts the plan has, those left out included.
    package let subtaskCount: Int
    /// Whether ``subtasks`` leaves some out.
    package let truncated: Bool
    package let subtasks: [PlannedSubtask]

    package init(
        planID: String, projectID: Project.ID? = nil, goalID: Goal.ID? = nil, subtaskCount: Int, truncated: Bool,
        subtasks: [PlannedSubtask]
    ) {
        self.planID = planID
        self.projectID = projectID
        self.goalID = goalID
        self.subtaskCount = subtaskCount
        self.truncated = truncated
        self.subtasks = subtasks
    }

    private enum CodingKeys: String, CodingKey {
        case planID = "plan_id"
        case projectID = "project_id"
        case goalID = "goal_id"
        case subtaskCount = "subtask_count"
        case truncated
        case subtasks
    }
}

/// A plan became tickets.
package struct PlanApproved: EventPayload {
    package static let type = EventType.planApproved

    package let planID: String
    package let projectID: Project.ID?
    /// The id of an operator or an employee.
    package let approvedBy: String
    package let ticketIDs: [Ticket.ID]

    package init(planID: String, projectID: Project.ID? = nil, approvedBy: String, ticketIDs: [Ticket.ID]) {
        self.planID = planID
        self.projectID = projectID
        self.approvedBy = approvedBy
        self.ticketIDs = ticketIDs
    }

    private enum CodingKeys: String, CodingKey {
        case planID = "plan_id"
        case projectID = "project_id"
        case approvedBy = "approved_by"
        case ticketIDs = "ticket_ids"
    }
}

/// One part of a plan.
package struct PlannedSubtask: Codable, Hashable, Sendable {
    package let title: String
    package let assigneeID: Employee.ID?
    package let assigneeName: String?
    package let complexity: Complexity
    /// The places in the list of the parts that come before this one, from 0.
    package let dependsOn: [Int]

    package init(
        title: String, assigneeID: Employee.ID? = nil, assigneeName: String? = nil, complexity: Complexity, dependsOn: [Int]
    ) {
        self.title = title
        self.assigneeID = assigneeID
        self.assigneeName = assigneeName
        self.complexity = complexity
        self.dependsOn = dependsOn
    }

    private enum CodingKeys: String, CodingKey {
        case title
        case assigneeID = "assignee_id"
        case assigneeName = "assignee_name"
        case complexity
        case dependsOn = "depends_on"
    }
}

/// How much work a part of a plan is.
package enum Complexity: String, Vocabulary {
    case small = "S"
    case medium = "M"
    case large = "L"
}
