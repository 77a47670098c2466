/// An MCP server was added.
package struct MCPAdded: EventPayload {
    package static let type = EventType.mcpAdded

    package let serverID: MCPServer.ID
    package let name: String
    package let transport: MCPTransport
    /// `manual` or `template`.
    package let sourceKind: String
    package let templateID: String?

    package init(serverID: MCPServer.ID, name: String, transport: MCPTransport, sourceKind: String, templateID: String? = nil) {
        self.serverID = serverID
        self.name = name
        self.transport = transport
        self.sourceKind = sourceKind
        self.templateID = templateID
    }

    private enum CodingKeys: String, CodingKey {
        case serverID = "server_id"
        case name
        case transport
        case sourceKind = "source_kind"
        case templateID = "template_id"
    }
}

/// An MCP server was removed.
package struct MCPRemoved: EventPayload {
    package static let type = EventType.mcpRemoved

    package let serverID: MCPServer.ID
    package let name: String
    package let transport: MCPTransport

    package init(serverID: MCPServer.ID, name: String, transport: MCPTransport) {
        self.serverID = serverID
        self.name = name
        self.transport = transport
    }

    private enum CodingKeys: String, CodingKey {
        case serverID = "server_id"
        case name
        case transport
    }
}

/// An MCP server was switched on or off.
package struct MCPToggled: EventPayload {
    package static let type = EventType.mcpToggled

    package let serverID: MCPServer.ID
    package let name: String
    package let enabled: Bool
    package let transport: MCPTransport

    package init(serverID: MCPServer.ID, name: String, enabled: Bool, transport: MCPTransport) {
        self.serverID = serverID
        self.name = name
        self.enabled = enabled
        self.transport = transport
    }

    private enum CodingKeys: String, CodingKey {
        case serverID = "server_id"
        case name
        case enabled
        case transport
    }
}

/// An extension was installed.
package struct ExtensionInstalled: EventPayload {
    package static let type = EventType.extensionInstalled

    package let extensionID: Extension.ID
    package let sourceKind: ExtensionSource
    package let sourceRef: String

    package init(extensionID: Extension.ID, sourceKind: ExtensionSource, sourceRef: String) {
        self.extensionID = extensionID
        self.sourceKind = sourceKind
        self.sourceRef = sourceRef
    }

    private enum CodingKeys: String, CodingKey {
        case extensionID = "extension_id"
        case sourceKind = "source_kind"
        case sourceRef = "source_ref"
    }
}

/// An extension was removed.
package struct ExtensionRemoved: EventPayload {
    package static let type = EventType.extensionRemoved

    package let extensionID: Extension.ID
    package let kind: ExtensionKind
    package let name: String
    package let sourceKind: ExtensionSource
    package let sourceRef: String

    package init(extensionID: Extension.ID, kind: ExtensionKind, name: String, sourceKind: ExtensionSource, sourceRef: String) {
        self.extensionID = extensionID
        self.kind = kind
        self.name = name
        self.sourceKind = sourceKind
        self.sourceRef = sourceRef
    }

    private enum CodingKeys: String, CodingKey {
        case extensionID = "extension_id"
        case kind
        case name
        case sourceKind = "source_kind"
        case sourceRef = "source_ref"
    }
}

/// A skill was given to somebody, or taken away.
package struct SkillAssignmentUpdated: EventPayload {
    package static let type = EventType.skillAssignmentUpdated

    package let assignmentID: SkillAssignment.ID
    package let extensionID: Extension.ID
    /// Absent when the skill is everyone's.
    package let employeeID: Employee.ID?
    package let enabled: Bool

    package init(assignmentID: SkillAssignment.ID, extensionID: Extension.ID, employeeID: Employee.ID? = nil, enabled: Bool) {
        self.assignmentID = assignmentID
        self.extensionID = extensionID
        self.employeeID = employeeID
        self.enabled = enabled
    }

    private enum CodingKeys: String, CodingKey {
        case assignmentID = "assignment_id"
        case extensionID = "extension_id"
        case employeeID = "employee_id"
        case enabled
    }
}
