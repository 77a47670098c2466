/// A named way to run an employee.
package struct RuntimeProfile: Codable, Hashable, Sendable {
    package typealias ID = Identifier<RuntimeProfile>

    package var id: ID
    package var companyID: Company.ID
    package var name: String
    /// Safe in a URL.
    package var slug: String
    package var kind: RuntimeKind
    package var enabled: Bool
    /// Command, address, limits: what the kind needs.
    package var config: JSONColumn<JSONValue>
    package var lastHealthStatus: HealthStatus
    package var lastHealthMessage: String?
    package var lastValidatedAt: Timestamp?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case name
        case slug
        case kind
        case enabled
        case config = "config_json"
        case lastHealthStatus = "last_health_status"
        case lastHealthMessage = "last_health_message"
        case lastValidatedAt = "last_validated_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID, name: String, slug: String, kind: RuntimeKind, enabled: Bool = true,
        config: JSONColumn<JSONValue> = JSONColumn([:]), lastHealthStatus: HealthStatus = .unknown,
        lastHealthMessage: String? = nil, lastValidatedAt: Timestamp? = nil, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.name = name
        self.slug = slug
        self.kind = kind
        self.enabled = enabled
        self.config = config
        self.lastHealthStatus = lastHealthStatus
        self.lastHealthMessage = lastHealthMessage
        self.lastValidatedAt = lastValidatedAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
