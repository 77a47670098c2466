/// An employee shall act at a later time.
package struct WakeupScheduled: EventPayload {
    package static let type = EventType.wakeupScheduled

    package let wakeupID: WakeupRequest.ID
    package let agentID: Employee.ID
    package let trigger: WakeupOrigin
    /// What the run needs to know.
    package let context: JSONValue

    package init(wakeupID: WakeupRequest.ID, agentID: Employee.ID, trigger: WakeupOrigin, context: JSONValue) {
        self.wakeupID = wakeupID
        self.agentID = agentID
        self.trigger = trigger
        self.context = context
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case agentID = "agent_id"
        case trigger
        case context
    }
}

/// The time has come for an employee to act.
package struct AgentWakeup: EventPayload {
    package static let type = EventType.agentWakeup

    package let wakeupRequestID: WakeupRequest.ID
    package let agentID: Employee.ID
    package let trigger: WakeupOrigin
    /// What the run needs to know.
    package let context: JSONValue

    package init(wakeupRequestID: WakeupRequest.ID, agentID: Employee.ID, trigger: WakeupOrigin, context: JSONValue) {
        self.wakeupRequestID = wakeupRequestID
        self.agentID = agentID
        self.trigger = trigger
        self.context = context
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupRequestID = "wakeup_request_id"
        case agentID = "agent_id"
        case trigger
        case context
    }
}

/// What set a wakeup request off.
package struct WakeupOrigin: Codable, Hashable, Sendable {
    package let type: WakeupTrigger
    /// The id of a ticket, a routine, a goal, a schedule item, as the type says.
    package let id: String?

    package init(type: WakeupTrigger, id: String? = nil) {
        self.type = type
        self.id = id
    }

    private enum CodingKeys: String, CodingKey {
        case type
        case id
    }
}
