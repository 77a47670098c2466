/// The ticket that a run of a routine files.
package struct RoutineWork: Codable, Hashable, Sendable {
    package var title: String
    package var description: String
    package var assigneeID: Employee.ID?
    package var priority: Priority
    package var labels: [String]
    /// What becomes of a run that is due while the ticket of the one before is still open.
    package var overlap: RoutineOverlap

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case title
        case description
        case assigneeID = "assigneeId"
        case priority
        case labels
        case overlap
    }

    package init(
        title: String = "", description: String = "", assigneeID: Employee.ID? = nil, priority: Priority = .medium,
        labels: [String] = [], overlap: RoutineOverlap = .skip
    ) {
        self.title = title
        self.description = description
        self.assigneeID = assigneeID
        self.priority = priority
        self.labels = labels
        self.overlap = overlap
    }

    /// Reads what is there; members that are missing are as in a new value.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            title: try members.decodeIfPresent(String.self, forKey: .title) ?? "",
            description: try members.decodeIfPresent(String.self, forKey: .description) ?? "",
            assigneeID: try members.decodeIfPresent(Employee.ID.self, forKey: .assigneeID),
            priority: try members.decodeIfPresent(Priority.self, forKey: .priority) ?? .medium,
            labels: try members.decodeIfPresent([String].self, forKey: .labels) ?? [],
            overlap: try members.decodeIfPresent(RoutineOverlap.self, forKey: .overlap) ?? .skip)
    }
}
