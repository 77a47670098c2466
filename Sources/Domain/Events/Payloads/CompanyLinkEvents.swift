/// A company is about to be linked with a workspace elsewhere.
package struct CompanyLinkStarted: EventPayload {
    package static let type = EventType.companyLinkStarted

    package let cloudWorkspaceID: String
    package let cloudTenantID: String
    package let linkedDeviceID: String
    package let startedAt: Timestamp

    package init(cloudWorkspaceID: String, cloudTenantID: String, linkedDeviceID: String, startedAt: Timestamp) {
        self.cloudWorkspaceID = cloudWorkspaceID
        self.cloudTenantID = cloudTenantID
        self.linkedDeviceID = linkedDeviceID
        self.startedAt = startedAt
    }

    private enum CodingKeys: String, CodingKey {
        case cloudWorkspaceID = "cloud_workspace_id"
        case cloudTenantID = "cloud_tenant_id"
        case linkedDeviceID = "linked_device_id"
        case startedAt = "started_at"
    }
}

/// A company was linked with a workspace elsewhere.
package struct CompanyLinked: EventPayload {
    package static let type = EventType.companyLinked

    package let cloudWorkspaceID: String
    package let cloudTenantID: String
    package let linkedDeviceID: String
    package let linkedAt: Timestamp

    package init(cloudWorkspaceID: String, cloudTenantID: String, linkedDeviceID: String, linkedAt: Timestamp) {
        self.cloudWorkspaceID = cloudWorkspaceID
        self.cloudTenantID = cloudTenantID
        self.linkedDeviceID = linkedDeviceID
        self.linkedAt = linkedAt
    }

    private enum CodingKeys: String, CodingKey {
        case cloudWorkspaceID = "cloud_workspace_id"
        case cloudTenantID = "cloud_tenant_id"
        case linkedDeviceID = "linked_device_id"
        case linkedAt = "linked_at"
    }
}

/// A company could not be linked with a workspace elsewhere.
package struct CompanyLinkFailed: EventPayload {
    package static let type = EventType.companyLinkFailed

    /// `link` or `reconnect`.
    package let action: String
    package let error: String
    package let failedAt: Timestamp

    package init(action: String, error: String, failedAt: Timestamp) {
        self.action = action
        self.error = error
        self.failedAt = failedAt
    }

    private enum CodingKeys: String, CodingKey {
        case action
        case error
        case failedAt = "failed_at"
    }
}

/// A company's link with a workspace elsewhere was cut.
package struct CompanyUnlinked: EventPayload {
    package static let type = EventType.companyUnlinked

    package let previousCloudWorkspaceID: String?
    package let previousCloudTenantID: String?
    package let unlinkedAt: Timestamp

    package init(previousCloudWorkspaceID: String? = nil, previousCloudTenantID: String? = nil, unlinkedAt: Timestamp) {
        self.previousCloudWorkspaceID = previousCloudWorkspaceID
        self.previousCloudTenantID = previousCloudTenantID
        self.unlinkedAt = unlinkedAt
    }

    private enum CodingKeys: String, CodingKey {
        case previousCloudWorkspaceID = "previous_cloud_workspace_id"
        case previousCloudTenantID = "previous_cloud_tenant_id"
        case unlinkedAt = "unlinked_at"
    }
}

/// A company's link with a workspace elsewhere works again.
package struct CompanyReconnected: EventPayload {
    package static let type = EventType.companyReconnected

    package let cloudWorkspaceID: String
    package let cloudTenantID: String
    package let linkedDeviceID: String
    package let reconnectedAt: Timestamp

    package init(cloudWorkspaceID: String, cloudTenantID: String, linkedDeviceID: String, reconnectedAt: Timestamp) {
        self.cloudWorkspaceID = cloudWorkspaceID
        self.cloudTenantID = cloudTenantID
        self.linkedDeviceID = linkedDeviceID
        self.reconnectedAt = reconnectedAt
    }

    private enum CodingKeys: String, CodingKey {
        case cloudWorkspaceID = "cloud_workspace_id"
        case cloudTenantID = "cloud_tenant_id"
        case linkedDeviceID = "linked_device_id"
        case reconnectedAt = "reconnected_at"
    }
}
