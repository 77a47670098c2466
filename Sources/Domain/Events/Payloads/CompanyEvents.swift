/// A company was founded.
package struct CompanyCreated: EventPayload {
    package static let type = EventType.companyCreated

    package let companyID: Company.ID
    package let name: String
    package let slug: String

    package init(companyID: Company.ID, name: String, slug: String) {
        self.companyID = companyID
        self.name = name
        self.slug = slug
    }

    private enum CodingKeys: String, CodingKey {
        case companyID = "company_id"
        case name
        case slug
    }
}

/// A company was changed.
package struct CompanyUpdated: EventPayload {
    package static let type = EventType.companyUpdated

    /// The columns that changed.
    package let patchedKeys: [String]
    package let updatedAt: Timestamp

    package init(patchedKeys: [String], updatedAt: Timestamp) {
        self.patchedKeys = patchedKeys
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case patchedKeys = "patched_keys"
        case updatedAt = "updated_at"
    }
}

/// A reason came up why a company must not work.
package struct CompanyPaused: EventPayload {
    package static let type = EventType.companyPaused

    /// Such as `user`, or what made the company stop.
    package let reason: String

    package init(reason: String) { self.reason = reason }

    private enum CodingKeys: String, CodingKey {
        case reason
    }
}

/// A company works again.
package struct CompanyResumed: EventPayload {
    package static let type = EventType.companyResumed

    /// The reason that fell away last.
    package let reason: String?

    package init(reason: String? = nil) { self.reason = reason }

    private enum CodingKeys: String, CodingKey {
        case reason
    }
}

/// A company was closed down; its rows remain.
package struct CompanyArchived: EventPayload {
    package static let type = EventType.companyArchived

    package let archivedAt: Timestamp

    package init(archivedAt: Timestamp) { self.archivedAt = archivedAt }

    private enum CodingKeys: String, CodingKey {
        case archivedAt = "archived_at"
    }
}

/// A company and all its rows are gone.
package struct CompanyDeleted: EventPayload {
    package static let type = EventType.companyDeleted

    package let slug: String
    package let name: String
    package let deletedAt: Timestamp

    package init(slug: String, name: String, deletedAt: Timestamp) {
        self.slug = slug
        self.name = name
        self.deletedAt = deletedAt
    }

    private enum CodingKeys: String, CodingKey {
        case slug
        case name
        case deletedAt = "deleted_at"
    }
}
