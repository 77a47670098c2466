import Domain
import Store

extension TicketRoutes {
    struct Create: RequestBody {
        var title: String
        var description: String?
        var priority: Priority?
        var assigneeID: Employee.ID?
        var labels: [String]?
        var dependencies: [Ticket.ID]?
        var goalID: Goal.ID?
        var parentTicketID: Ticket.ID?
        var dueAt: Timestamp?
        var slaHours: Int?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description, priority, labels, dependencies
            case assigneeID = "assignee_id"
            case goalID = "goal_id"
            case parentTicketID = "parent_ticket_id"
            case dueAt = "due_at"
            case slaHours = "sla_hours"
        }

        func draft(_ clientKey: String?) -> Ticket.Draft {
            Ticket.Draft(
                title: title, description: description ?? "", priority: priority ?? .medium, assignee: assigneeID,
                labels: labels ?? [],
                dependencies: dependencies ?? [], slaHours: slaHours, dueAt: dueAt, goal: goalID, parent: parentTicketID,
                clientKey: clientKey)
        }
    }

    /// What is changed of a ticket; what is missing stays as it is, and null takes away what may be missing.
    struct Patch: RequestBody {
        let changes: Ticket.Changes

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description, priority, labels
            case dueAt = "due_at"
            case goalID = "goal_id"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            changes = Ticket.Changes(
                title: try members.decodeIfPresent(String.self, forKey: .title),
                description: try members.decodeIfPresent(String.self, forKey: .description),
                priority: try members.decodeIfPresent(Priority.self, forKey: .priority),
                labels: try members.decodeIfPresent([String].self, forKey: .labels),
                dueAt: try members.change(Timestamp.self, .dueAt), goal: try members.change(Goal.ID.self, .goalID))
        }
    }

    struct Comment: RequestBody {
        /// May be missing where there are files.
        var content: String?
        var fileIDs: [VaultFile.ID]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case content
            case fileIDs = "file_ids"
        }
    }

    struct Assign: RequestBody {
        var assigneeID: Employee.ID

        enum CodingKeys: String, CodingKey, CaseIterable { case assigneeID = "assignee_id" }
    }

    struct Block: RequestBody {
        var reason: String

        enum CodingKeys: String, CodingKey, CaseIterable { case reason }
    }

    struct Review: RequestBody {
        /// How a person may decide.
        enum Outcome: String, Vocabulary {
            case approved
            case changesRequested = "changes_requested"
        }

        var outcome: Outcome
        var comment: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case outcome, comment }
    }
}
