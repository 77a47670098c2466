/// Switches a skill on or off for a whole company or one employee.
package struct SkillAssignment: Codable, Hashable, Sendable {
    package typealias ID = Identifier<SkillAssignment>

    package var id: ID
    package var extensionID: Extension.ID
    package var companyID: Company.ID
    /// Absent when the assignment is the company's default.
    package var employeeID: Employee.ID?
    package var enabled: Bool
    package var source: AssignmentSource
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case extensionID = "extension_id"
        case companyID = "company_id"
        case employeeID = "employee_id"
        case enabled
        case source
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, extensionID: Extension.ID, companyID: Company.ID, employeeID: Employee.ID? = nil, enabled: Bool = true,
        source: AssignmentSource, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.extensionID = extensionID
        self.companyID = companyID
        self.employeeID = employeeID
        self.enabled = enabled
        self.source = source
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
