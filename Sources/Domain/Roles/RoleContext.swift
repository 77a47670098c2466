/// What is put into the placeholders of a role's prompt.
package struct RoleContext: Hashable, Sendable {
    package struct CompanyFacts: Hashable, Sendable {
        package var name: String
        package var mission: String
        package var values: [String]

        package init(name: String, mission: String = "", values: [String] = []) {
            self.name = name
            self.mission = mission
            self.values = values
        }
    }

    package var company: CompanyFacts
    package var employeeName: String
    package var employeeTitle: String
    /// The name of the one the employee reports to; nil at the top.
    package var manager: String?
    /// The names of those who report to the employee.
    package var reports: [String]
    /// The date where the company is, as `YYYY-MM-DD`.
    package var today: String
    /// The folder the employee works in, as it may be shown to a model.
    package var workingDirectory: String

    package init(
        company: CompanyFacts, employeeName: String, employeeTitle: String, manager: String? = nil, reports: [String] = [],
        today: String, workingDirectory: String = ""
    ) {
        self.company = company
        self.employeeName = employeeName
        self.employeeTitle = employeeTitle
        self.manager = manager
        self.reports = reports
        self.today = today
        self.workingDirectory = workingDirectory
    }
}

extension RoleContext {
    /// The words for a placeholder, or nil when there is no such placeholder.
    ///
    /// They are never empty: what is missing is said.
    package func words(for path: String) -> String? {
        switch path {
        case "company.name": company.name.or("the company")
        case "company.mission": company.mission.or("none stated")
        case "company.values": company.values.filter { !$0.isEmpty }.joined(separator: ", ").or("none stated")
        case "employee.name": employeeName.or("the employee")
        case "employee.title": employeeTitle.or("an employee")
        case "team.manager": (manager ?? "").or("nobody")
        case "team.reports": reports.filter { !$0.isEmpty }.joined(separator: ", ").or("nobody")
        case "today", "today.date": today.or("not known")
        case "cwd": workingDirectory.or("not set")
        default: nil
        }
    }
}

extension String {
    fileprivate func or(_ fallback: String) -> String { allSatisfy(\.isWhitespace) ? fallback : self }
}
