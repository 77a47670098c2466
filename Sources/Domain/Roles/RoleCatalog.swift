/// All roles that the program knows, by pack.
package struct RoleCatalog: Hashable, Sendable {
    /// In the order given; of packs with one id the first counts.
    package let packs: [RolePack]
    private let index: [Key: RoleSpecification]

    private struct Key: Hashable {
        var packID: String
        var roleID: String
    }

    package init(packs: [RolePack] = []) {
        var known: [RolePack] = []
        var index: [Key: RoleSpecification] = [:]
        for pack in packs where !known.contains(where: { $0.id == pack.id }) {
            known.append(pack)
            for role in pack.roles where index[Key(packID: pack.id, roleID: role.id)] == nil {
                index[Key(packID: pack.id, roleID: role.id)] = role
            }
        }
        self.packs = known
        self.index = index
    }
}

extension RoleCatalog {
    /// The role of an employee's row, system roles included.
    package func role(packID: String, roleID: String) -> RoleSpecification? { index[Key(packID: packID, roleID: roleID)] }

    package var roles: [RoleSpecification] { packs.flatMap(\.roles) }

    /// The roles somebody can be hired into, by level from the top, then by name.
    package var hireable: [RoleSpecification] {
        roles.filter(\.isHireable).sorted {
            ($0.level.rank ?? .max, $0.name, $0.packID, $0.id) < ($1.level.rank ?? .max, $1.name, $1.packID, $1.id)
        }
    }
}
