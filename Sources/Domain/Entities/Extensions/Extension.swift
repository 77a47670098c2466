/// An installed skill or MCP server.
package struct Extension: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Extension>

    package var id: ID
    /// Absent when the extension is there for every company.
    package var companyID: Company.ID?
    package var kind: ExtensionKind
    package var name: String
    /// Safe in a URL.
    package var slug: String
    package var sourceKind: ExtensionSource
    /// A path or a URL.
    package var sourceRef: String
    package var version: String?
    package var updateChannel: String?
    /// What the extension says about itself.
    package var manifest: JSONColumn<JSONValue>?
    /// The capabilities it wants, such as `mcp.call`.
    package var requestedCapabilities: JSONColumn<[String]>
    /// The paths it wants to reach.
    package var requestedPaths: JSONColumn<[String]>
    package var enabled: Bool
    package var trustState: TrustState
    /// The MCP server that the extension stands for.
    package var runtimeRefID: MCPServer.ID?
    package var installedAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case kind
        case name
        case slug
        case sourceKind = "source_kind"
        case sourceRef = "source_ref"
        case version
        case updateChannel = "update_channel"
        case manifest = "manifest_json"
        case requestedCapabilities = "requested_capabilities_json"
        case requestedPaths = "requested_paths_json"
        case enabled
        case trustState = "trust_state"
        case runtimeRefID = "runtime_ref_id"
        case installedAt = "installed_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID? = nil, kind: ExtensionKind, name: String, slug: String, sourceKind: ExtensionSource,
        sourceRef: String, version: String? = nil, updateChannel: String? = nil, manifest: JSONColumn<JSONValue>? = nil,
        requestedCapabilities: JSONColumn<[String]> = [], requestedPaths: JSONColumn<[String]> = [], enabled: Bool = true,
        trustState: TrustState = .pendingReview, runtimeRefID: MCPServer.ID? = nil, installedAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.kind = kind
        self.name = name
        self.slug = slug
        self.sourceKind = sourceKind
        self.sourceRef = sourceRef
        self.version = version
        self.updateChannel = updateChannel
        self.manifest = manifest
        self.requestedCapabilities = requestedCapabilities
        self.requestedPaths = requestedPaths
        self.enabled = enabled
        self.trustState = trustState
        self.runtimeRefID = runtimeRefID
        self.installedAt = installedAt
        self.updatedAt = updatedAt
    }
}
