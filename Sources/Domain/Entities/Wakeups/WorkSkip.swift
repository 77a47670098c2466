/// How often work for an employee was passed over or refused for one reason: the receipt of every skip.
package struct WorkSkip: Codable, Hashable, Sendable {
    package var companyID: Company.ID
    package var employeeID: Employee.ID
    package var cause: WakeupCause
    /// The id of the ticket or thread that the work was about, or an empty text.
    package var subjectID: String
    package var reason: SkipReason
    package var count: Int
    package var firstAt: Timestamp
    package var lastAt: Timestamp
    /// When an event last said so; in between it is only counted.
    package var toldAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case companyID = "company_id"
        case employeeID = "employee_id"
        case cause
        case subjectID = "subject_id"
        case reason
        case count
        case firstAt = "first_at"
        case lastAt = "last_at"
        case toldAt = "told_at"
    }

    package init(
        companyID: Company.ID, employeeID: Employee.ID, cause: WakeupCause, subjectID: String = "", reason: SkipReason,
        count: Int = 1, firstAt: Timestamp, lastAt: Timestamp, toldAt: Timestamp
    ) {
        self.companyID = companyID
        self.employeeID = employeeID
        self.cause = cause
        self.subjectID = subjectID
        self.reason = reason
        self.count = count
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.toldAt = toldAt
    }
}
