package import Domain
package import Store

/// Turns roles into people.
package enum Hiring {
    /// What a role makes of an employee.
    package static func draft(
        _ role: RoleSpecification, name: String, manager: Employee.ID? = nil, provider: String? = nil, model: String? = nil,
        clientKey: String? = nil
    ) -> Employee.Draft {
        Employee.Draft(
            rolePackID: role.packID, roleID: role.id, roleMdSha: role.sha256, level: role.level, name: name, title: role.name,
            toolsAllowed: role.toolsAllowed, toolsDenied: role.toolsDenied, isSystem: role.level == .system, manager: manager,
            provider: provider, model: model, clientKey: clientKey)
    }

    /// The employees that every company has beside its people.
    package static func systemDrafts(_ roles: RoleCatalog) -> [Employee.Draft] {
        roles.roles.filter { $0.level == .system }.map { draft($0, name: $0.name) }
    }

    /// Who a new employee reports to when nobody was named: whoever holds a role that the role reports to, else the head of
    /// the company; the first employee reports to nobody.
    package static func manager(
        for role: RoleSpecification, of company: Company.ID, in transaction: any Transaction
    ) throws -> Employee.ID? {
        let colleagues = try Employee.list(of: company, in: transaction)
        for above in role.reportsTo {
            if let holder = colleagues.first(where: { $0.roleID == above }) { return holder.id }
        }
        return try OrgEdge.chief(of: company, in: transaction)?.id
    }

    /// A name that nobody in the company has or had.
    ///
    /// - Parameter random: From 0 up to 1.
    package static func name(of company: Company.ID, random: Double, in transaction: any Transaction) throws -> String {
        let taken = Set(try Employee.list(of: company, departed: true, in: transaction).map(\.name))
        let start = Int(random * Double(first.count * last.count))
        for step in 0..<(first.count * last.count) {
            let place = (start + step * 7) % (first.count * last.count)
            let name = "\(first[place % first.count]) \(last[place / first.count])"
            if !taken.contains(name) { return name }
        }
        return "Employee \(taken.count + 1)"
    }

    private static let first = [
        "Amara", "Bela", "Chidi", "Dilara", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jomo", "Kaia", "Leila", "Mateo", "Nadia",
        "Oskar",
        "Priya", "Quinn", "Rosa", "Sami", "Tala", "Umar", "Vera", "Wen", "Yara", "Zoran",
    ]

    private static let last = [
        "Abiola", "Bergman", "Castillo", "Dogan", "Eriksen", "Fontaine", "Gupta", "Horvat", "Ivanova", "Jansen", "Kimura",
        "Lindgren",
        "Mbeki", "Novak", "Okafor", "Petrov", "Rossi", "Sato", "Tanaka", "Ueda", "Vargas", "Weber", "Yilmaz",
    ]
}
