/// How to start or reach an MCP server.
package struct MCPServer: Codable, Hashable, Sendable {
    package typealias ID = Identifier<MCPServer>

    package var id: ID
    /// Absent when the server is there for every company.
    package var companyID: Company.ID?
    package var name: String
    package var transport: MCPTransport
    /// Command and arguments for `stdio`, the address for `sse`.
    package var config: JSONColumn<JSONValue>
    package var enabled: Bool
    /// When the server was last reached, or why it was not.
    package var lastHealth: String?
    package var installedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case name
        case transport
        case config = "config_json"
        case enabled
        case lastHealth = "last_health"
        case installedAt = "installed_at"
    }

    package init(
        id: ID, companyID: Company.ID? = nil, name: String, transport: MCPTransport,
        config: JSONColumn<JSONValue> = JSONColumn([:]), enabled: Bool = true, lastHealth: String? = nil, installedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.name = name
        self.transport = transport
        self.config = config
        self.enabled = enabled
        self.lastHealth = lastHealth
        self.installedAt = installedAt
    }
}
