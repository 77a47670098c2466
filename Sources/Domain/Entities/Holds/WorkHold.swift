/// One reason why a company, or one employee of it, does no work, for as long as the row exists.
package struct WorkHold: Codable, Hashable, Sendable {
    package typealias ID = Identifier<WorkHold>

    package var id: ID
    package var companyID: Company.ID
    /// Who does not work; absent when it is the whole company.
    package var employeeID: Employee.ID?
    package var reason: HoldReason
    /// The id of what gives the reason: a meeting, a budget policy.
    package var refID: String?
    /// What people should know of it.
    package var note: String?
    /// The id of an operator or an employee, or the name of a part of the program.
    package var placedBy: String
    package var placedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case employeeID = "employee_id"
        case reason
        case refID = "ref_id"
        case note
        case placedBy = "placed_by"
        case placedAt = "placed_at"
    }

    package init(
        id: ID, companyID: Company.ID, employeeID: Employee.ID? = nil, reason: HoldReason, refID: String? = nil,
        note: String? = nil, placedBy: String, placedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.employeeID = employeeID
        self.reason = reason
        self.refID = refID
        self.note = note
        self.placedBy = placedBy
        self.placedAt = placedAt
    }
}
