/// The ticket that a run of a routine files.
package struct RoutineWork: Codable, Hashable, Sendable {
    package var title: String
    package var description: String
    package var assigneeID: Employee.ID?
    package var priority: Priority
    package var labels: [String]

    package enum CodingKeys: String, CodingKey {
        case title
        case description
        case assigneeID = "assigneeId"
        case priority
        case labels
    }

    package init(
        title: String = "", description: String = "", assigneeID: Employee.ID? = nil, priority: Priority = .medium,
        labels: [String] = []
    ) {
        self.title = title
        self.description = description
        self.assigneeID = assigneeID
        self.priority = priority
        self.labels = labels
    }

    /// Reads what is there; members that are missing are as in a new value.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            title: try members.decodeIfPresent(String.self, forKey: .title) ?? "",
            description: try members.decodeIfPresent(String.self, forKey: .description) ?? "",
            assigneeID: try members.decodeIfPresent(Employee.ID.self, forKey: .assigneeID),
            priority: try members.decodeIfPresent(Priority.self, forKey: .priority) ?? .medium,
            labels: try members.decodeIfPresent([String].self, forKey: .labels) ?? [])
    }
}
