/// A company: the tenant that nearly every other row belongs to.
package struct Company: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Company>

    package var id: ID
    package var name: String
    /// Safe in a URL, unique among all companies.
    package var slug: String
    package var createdAt: Timestamp
    /// What applies to this company alone: mission, values, default model and the like.
    package var settings: JSONColumn<JSONValue>
    /// An emoji or the name of an icon.
    package var icon: String?
    package var theme: Theme
    package var status: CompanyStatus
    /// The workspace that the company was first made in.
    ///
    /// It stays the same when the company moves between installations.
    package var workspaceOriginID: String?
    /// The company that this one was first made as.
    ///
    /// It stays the same when the company moves between installations.
    package var companyOriginID: String?
    /// The workspace in the cloud that this company is linked with.
    package var cloudWorkspaceID: String?
    package var cloudTenantID: String?
    package var cloudLinkState: CloudLinkState
    /// Names this machine to the cloud.
    package var linkedDeviceID: String?
    /// How far the latest sync got.
    package var lastSyncedCursor: JSONColumn<JSONValue>?
    package var lastSnapshotID: String?
    /// When a sync last succeeded.
    package var lastSyncAt: Timestamp?
    /// Why the latest sync failed.
    package var lastSyncError: String?
    /// Chosen by whoever created the company, so that saying the same twice creates it once.
    ///
    /// Unique among all companies.
    package var clientKey: String?
    /// What stands before the number in the keys of its tickets, such as `AUR`; unique among all companies.
    package var ticketPrefix: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case name
        case slug
        case createdAt = "created_at"
        case settings = "settings_json"
        case icon
        case theme
        case status
        case workspaceOriginID = "workspace_origin_id"
        case companyOriginID = "company_origin_id"
        case cloudWorkspaceID = "cloud_workspace_id"
        case cloudTenantID = "cloud_tenant_id"
        case cloudLinkState = "cloud_link_state"
        case linkedDeviceID = "linked_device_id"
        case lastSyncedCursor = "last_synced_cursor_json"
        case lastSnapshotID = "last_snapshot_id"
        case lastSyncAt = "last_sync_at"
        case lastSyncError = "last_sync_error"
        case clientKey = "client_key"
        case ticketPrefix = "ticket_prefix"
    }

    package init(
        id: ID, name: String, slug: String, createdAt: Timestamp, settings: JSONColumn<JSONValue> = JSONColumn([:]),
        icon: String? = nil, theme: Theme = .dark, status: CompanyStatus = .running, workspaceOriginID: String? = nil,
        companyOriginID: String? = nil, cloudWorkspaceID: String? = nil, cloudTenantID: String? = nil,
        cloudLinkState: CloudLinkState = .unlinked, linkedDeviceID: String? = nil, lastSyncedCursor: JSONColumn<JSONValue>? = nil,
        lastSnapshotID: String? = nil, lastSyncAt: Timestamp? = nil, lastSyncError: String? = nil, clientKey: String? = nil,
        ticketPrefix: String? = nil
    ) {
        self.id = id
        self.name = name
        self.slug = slug
        self.createdAt = createdAt
        self.settings = settings
        self.icon = icon
        self.theme = theme
        self.status = status
        self.workspaceOriginID = workspaceOriginID
        self.companyOriginID = companyOriginID
        self.cloudWorkspaceID = cloudWorkspaceID
        self.cloudTenantID = cloudTenantID
        self.cloudLinkState = cloudLinkState
        self.linkedDeviceID = linkedDeviceID
        self.lastSyncedCursor = lastSyncedCursor
        self.lastSnapshotID = lastSnapshotID
        self.lastSyncAt = lastSyncAt
        self.lastSyncError = lastSyncError
        self.clientKey = clientKey
        self.ticketPrefix = ticketPrefix
    }
}
