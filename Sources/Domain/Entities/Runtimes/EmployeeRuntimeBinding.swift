/// Which runtime profile an employee uses; one at most.
package struct EmployeeRuntimeBinding: Codable, Hashable, Sendable {
    package typealias ID = Identifier<EmployeeRuntimeBinding>

    package var id: ID
    package var companyID: Company.ID
    package var employeeID: Employee.ID
    package var runtimeProfileID: RuntimeProfile.ID
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case employeeID = "employee_id"
        case runtimeProfileID = "runtime_profile_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID, employeeID: Employee.ID, runtimeProfileID: RuntimeProfile.ID, createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.employeeID = employeeID
        self.runtimeProfileID = runtimeProfileID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
