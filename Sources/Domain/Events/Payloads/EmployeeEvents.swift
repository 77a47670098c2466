/// An employee was hired.
package struct EmployeeHired: EventPayload {
    package static let type = EventType.employeeHired

    package let employeeID: Employee.ID
    package let roleID: String
    package let level: EmployeeLevel
    package let name: String
    package let title: String
    package let managerID: Employee.ID?

    package init(
        employeeID: Employee.ID, roleID: String, level: EmployeeLevel, name: String, title: String, managerID: Employee.ID? = nil
    ) {
        self.employeeID = employeeID
        self.roleID = roleID
        self.level = level
        self.name = name
        self.title = title
        self.managerID = managerID
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case roleID = "role_id"
        case level
        case name
        case title
        case managerID = "manager_id"
    }
}

/// An employee was let go; what is said of them is as it was.
package struct EmployeeFired: EventPayload {
    package static let type = EventType.employeeFired

    package let employeeID: Employee.ID
    package let roleID: String
    package let level: EmployeeLevel
    package let name: String
    package let title: String
    package let firedAt: Timestamp
    /// Who took over what was theirs.
    package let successorID: Employee.ID?

    package init(
        employeeID: Employee.ID, roleID: String, level: EmployeeLevel, name: String, title: String, firedAt: Timestamp,
        successorID: Employee.ID? = nil
    ) {
        self.employeeID = employeeID
        self.roleID = roleID
        self.level = level
        self.name = name
        self.title = title
        self.firedAt = firedAt
        self.successorID = successorID
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case roleID = "role_id"
        case level
        case name
        case title
        case firedAt = "fired_at"
        case successorID = "successor_id"
    }
}

/// An employee was changed.
package struct EmployeeUpdated: EventPayload {
    package static let type = EventType.employeeUpdated

    package let employeeID: Employee.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    package let name: String
    package let title: String
    package let updatedAt: Timestamp

    package init(employeeID: Employee.ID, patchedKeys: [String], name: String, title: String, updatedAt: Timestamp) {
        self.employeeID = employeeID
        self.patchedKeys = patchedKeys
        self.name = name
        self.title = title
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case patchedKeys = "patched_keys"
        case name
        case title
        case updatedAt = "updated_at"
    }
}

/// An employee took another role.
package struct EmployeePromoted: EventPayload {
    package static let type = EventType.employeePromoted

    package let employeeID: Employee.ID
    package let previousRoleID: String
    package let newRoleID: String
    package let previousLevel: EmployeeLevel
    package let newLevel: EmployeeLevel
    package let previousTitle: String
    package let newTitle: String
    package let promotedAt: Timestamp

    package init(
        employeeID: Employee.ID, previousRoleID: String, newRoleID: String, previousLevel: EmployeeLevel, newLevel: EmployeeLevel,
        previousTitle: String, newTitle: String, promotedAt: Timestamp
    ) {
        self.employeeID = employeeID
        self.previousRoleID = previousRoleID
        self.newRoleID = newRoleID
        self.previousLevel = previousLevel
        self.newLevel = newLevel
        self.previousTitle = previousTitle
        self.newTitle = newTitle
        self.promotedAt = promotedAt
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case previousRoleID = "previous_role_id"
        case newRoleID = "new_role_id"
        case previousLevel = "previous_level"
        case newLevel = "new_level"
        case previousTitle = "previous_title"
        case newTitle = "new_title"
        case promotedAt = "promoted_at"
    }
}

/// An employee reports to somebody else, or to nobody.
package struct EmployeeManagerSet: EventPayload {
    package static let type = EventType.employeeManagerSet

    package let employeeID: Employee.ID
    package let managerID: Employee.ID?
    package let previousManagerID: Employee.ID?
    package let setAt: Timestamp

    package init(
        employeeID: Employee.ID, managerID: Employee.ID? = nil, previousManagerID: Employee.ID? = nil, setAt: Timestamp
    ) {
        self.employeeID = employeeID
        self.managerID = managerID
        self.previousManagerID = previousManagerID
        self.setAt = setAt
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case managerID = "manager_id"
        case previousManagerID = "previous_manager_id"
        case setAt = "set_at"
    }
}

/// An employee does something else now.
package struct EmployeeStatusChanged: EventPayload {
    package static let type = EventType.employeeStatusChanged

    package let employeeID: Employee.ID
    package let status: EmployeeStatus
    package let previous: EmployeeStatus

    package init(employeeID: Employee.ID, status: EmployeeStatus, previous: EmployeeStatus) {
        self.employeeID = employeeID
        self.status = status
        self.previous = previous
    }

    private enum CodingKeys: String, CodingKey {
        case employeeID = "employee_id"
        case status
        case previous
    }
}
