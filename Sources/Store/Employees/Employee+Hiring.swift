package import Domain

extension Employee {
    /// What an employee is hired with; most of it comes from the role.
    package struct Draft: Sendable {
        package var rolePackID: String
        package var roleID: String
        package var roleMdSha: String
        package var level: EmployeeLevel
        package var name: String
        package var title: String
        package var toolsAllowed: [String]
        package var toolsDenied: [String]
        package var isSystem: Bool
        package var manager: Employee.ID?
        package var provider: String?
        package var model: String?
        package var clientKey: String?

        package init(
            rolePackID: String, roleID: String, roleMdSha: String, level: EmployeeLevel, name: String, title: String,
            toolsAllowed: [String] = [], toolsDenied: [String] = [], isSystem: Bool = false, manager: Employee.ID? = nil,
            provider: String? = nil, model: String? = nil, clientKey: String? = nil
        ) {
            self.rolePackID = rolePackID
            self.roleID = roleID
            self.roleMdSha = roleMdSha
            self.level = level
            self.name = name
            self.title = title
            self.toolsAllowed = toolsAllowed
            self.toolsDenied = toolsDenied
            self.isSystem = isSystem
            self.manager = manager
            self.provider = provider
            self.model = model
            self.clientKey = clientKey
        }
    }

    /// Hires an employee and, where the draft names one, puts a manager above.
    ///
    /// A known client key returns that employee.
    ///
    /// - Throws: ``RuleViolation``.
    package static func hire(
        _ draft: Draft, into company: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws -> Employee {
        if let known = try transaction.known(Employee.self, clientKey: draft.clientKey, company: company) { return known }
        if let provider = draft.provider, try !Provider.exists(called: provider, in: transaction) {
            throw RuleViolation.invalid(field: "provider", reason: "no provider has the id or kind “\(provider)”")
        }
        let employee = Employee(
            id: transaction.makeID(), companyID: company, rolePackID: draft.rolePackID, roleID: draft.roleID,
            roleMdSha: draft.roleMdSha, level: draft.level, name: try RuleViolation.nonBlank(draft.name, "name", limit: 80),
            title: try RuleViolation.nonBlank(draft.title, "title", limit: 120),
            modelPref: try draft.model.map { try RuleViolation.nonBlank($0, "model") },
            providerPref: draft.provider,
            toolsAllowed: JSONColumn(draft.toolsAllowed), toolsDenied: JSONColumn(draft.toolsDenied), isSystem: draft.isSystem,
            createdAt: transaction.now, clientKey: draft.clientKey)
        try transaction.insert(employee)
        try transaction.record(
            EmployeeHired(
                employeeID: employee.id, roleID: employee.roleID, level: employee.level, name: employee.name,
                title: employee.title, managerID: draft.manager), company: company, by: actor)
        if let manager = draft.manager {
            try OrgEdge.put(employee.id, under: manager, of: company, by: actor, in: transaction)
        }
        try Goal.giveWaiting(of: company, in: transaction)
        if employee.isSystem { return employee }
        try Thread.admitToAnnouncements(employee, in: transaction)
        try refreshStatus(of: employee.id, in: transaction)
        return try require(employee.id, of: company, in: transaction)
    }

    /// The company's visible employees, the oldest first.
    ///
    /// - Parameter departed: Whether also those who no longer work here.
    package static func list(
        of company: Company.ID, departed: Bool = false, in transaction: any Transaction
    ) throws -> [Employee] {
        let those: SQL = departed ? "" : "AND \(Self.worksHere)"
        return try transaction.select("WHERE company_id = \(company) AND is_system = 0" + those + "ORDER BY created_at, id")
    }

    /// A condition on `employees`.
    static var worksHere: SQL { "status NOT IN \(list: [EmployeeStatus.fired, .archived])" }

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` naming `field`, also for the system's own employees, and
    ///   ``RuleViolation/departed(_:)`` for somebody who no longer works here.
    package static func requireColleague(
        _ id: Employee.ID, of company: Company.ID, field: String, in transaction: any Transaction
    ) throws -> Employee {
        let employee = try require(id, of: company, field: field, in: transaction)
        guard !employee.isSystem else {
            throw RuleViolation.invalid(field: field, reason: "no employee of this company has the id “\(id)”")
        }
        try employee.requirePresence(in: transaction)
        return employee
    }

    /// Records what the employee is doing.
    ///
    /// Nothing happens when that is what it did before.
    package static func set(
        status: EmployeeStatus, of employee: Employee.ID, company: Company.ID, in transaction: any Transaction
    ) throws {
        let previous: EmployeeStatus? = try transaction.value("SELECT status FROM employees WHERE id = \(employee)")
        guard let previous, previous != status, !previous.isDeparture else { return }
        try transaction.execute("UPDATE employees SET status = \(status) WHERE id = \(employee)")
        try transaction.record(
            EmployeeStatusChanged(employeeID: employee, status: status, previous: previous), company: company, by: .orchestrator)
    }
}
