import Engine

/// The people whom the demo hires, from the top of the org chart down: those of a template.
enum DemoTeam {
    struct Member {
        let role: String
        let name: String
        /// The role of whoever they report to.
        let manager: String?
    }

    static let company = CompanyTemplate.works.name
    static let mission = CompanyTemplate.works.mission
    static let goal = CompanyTemplate.works.goal ?? ""
    static let members = CompanyTemplate.works.members.map { Member(role: $0.role, name: $0.name, manager: $0.manager) }
}
