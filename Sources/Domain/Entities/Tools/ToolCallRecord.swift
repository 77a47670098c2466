/// The audit record of one tool call.
package struct ToolCallRecord: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ToolCallRecord>

    package var id: ID
    package var runID: Run.ID
    package var toolName: String
    /// The server that the tool belongs to; absent for built-in tools.
    package var mcpServerID: MCPServer.ID?
    /// At most 8 KB.
    package var input: RawJSON
    /// At most 8 KB.
    package var output: RawJSON?
    /// In milliseconds.
    package var latencyMs: Int
    package var status: ToolCallStatus
    package var error: String?
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case runID = "run_id"
        case toolName = "tool_name"
        case mcpServerID = "mcp_server_id"
        case input = "input_json"
        case output = "output_json"
        case latencyMs = "latency_ms"
        case status
        case error
        case createdAt = "created_at"
    }

    package init(
        id: ID, runID: Run.ID, toolName: String, mcpServerID: MCPServer.ID? = nil, input: RawJSON,
        output: RawJSON? = nil, latencyMs: Int = 0, status: ToolCallStatus = .success, error: String? = nil,
        createdAt: Timestamp
    ) {
        self.id = id
        self.runID = runID
        self.toolName = toolName
        self.mcpServerID = mcpServerID
        self.input = input
        self.output = output
        self.latencyMs = latencyMs
        self.status = status
        self.error = error
        self.createdAt = createdAt
    }
}
