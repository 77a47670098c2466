/// Something that a meeting agreed shall be done.
package struct ActionItem: Codable, Hashable, Sendable {
    package var title: String
    package var assigneeID: Employee.ID?
    package var priority: Priority?

    package enum CodingKeys: String, CodingKey {
        case title
        case assigneeID = "assigneeId"
        case priority
    }

    package init(title: String, assigneeID: Employee.ID? = nil, priority: Priority? = nil) {
        self.title = title
        self.assigneeID = assigneeID
        self.priority = priority
    }
}
