/// A set of roles that belong together, with what is known of where it comes from.
package struct RolePack: Hashable, Sendable {
    package var id: String
    package var name: String
    package var version: String
    package var author: String
    package var license: String
    package var summary: String
    package var standing: RolePackStanding
    package var roles: [RoleSpecification]

    package init(
        id: String, name: String, version: String = "", author: String = "", license: String = "", summary: String = "",
        standing: RolePackStanding = .unchecked, roles: [RoleSpecification]
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.author = author
        self.license = license
        self.summary = summary
        self.standing = standing
        self.roles = roles
    }
}

/// How far a pack can be believed to be its author's.
package enum RolePackStanding: Hashable, Sendable {
    /// Signed, unchanged since, with the key of this fingerprint, which the program trusts.
    case verified(fingerprint: String)
    /// Looked at and not found good, and loaded all the same; the reason is a sentence.
    case unverified(reason: String)
    /// Nobody looked.
    case unchecked
}
