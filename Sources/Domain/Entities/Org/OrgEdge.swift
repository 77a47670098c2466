/// Who reports to whom; nobody has two managers.
package struct OrgEdge: Codable, Hashable, Sendable {
    package typealias ID = Identifier<OrgEdge>

    package var id: ID
    package var companyID: Company.ID
    package var managerID: Employee.ID
    package var reportID: Employee.ID
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case managerID = "manager_id"
        case reportID = "report_id"
        case createdAt = "created_at"
    }

    package init(id: ID, companyID: Company.ID, managerID: Employee.ID, reportID: Employee.ID, createdAt: Timestamp) {
        self.id = id
        self.companyID = companyID
        self.managerID = managerID
        self.reportID = reportID
        self.createdAt = createdAt
    }
}
