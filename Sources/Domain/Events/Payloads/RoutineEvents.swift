/// A routine was set up.
package struct RoutineCreated: EventPayload {
    package static let type = EventType.routineCreated

    package let routineID: Routine.ID
    package let name: String
    package let triggerKind: RoutineTrigger
    package let nextRunAt: Timestamp?
    package let createdAt: Timestamp

    package init(
        routineID: Routine.ID, name: String, triggerKind: RoutineTrigger, nextRunAt: Timestamp? = nil, createdAt: Timestamp
    ) {
        self.routineID = routineID
        self.name = name
        self.triggerKind = triggerKind
        self.nextRunAt = nextRunAt
        self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case name
        case triggerKind = "trigger_kind"
        case nextRunAt = "next_run_at"
        case createdAt = "created_at"
    }
}

/// A routine was changed.
package struct RoutineUpdated: EventPayload {
    package static let type = EventType.routineUpdated

    package let routineID: Routine.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    package let nextRunAt: Timestamp?
    package let updatedAt: Timestamp

    package init(routineID: Routine.ID, patchedKeys: [String], nextRunAt: Timestamp? = nil, updatedAt: Timestamp) {
        self.routineID = routineID
        self.patchedKeys = patchedKeys
        self.nextRunAt = nextRunAt
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case patchedKeys = "patched_keys"
        case nextRunAt = "next_run_at"
        case updatedAt = "updated_at"
    }
}

/// A routine was dropped.
package struct RoutineDeleted: EventPayload {
    package static let type = EventType.routineDeleted

    package let routineID: Routine.ID
    /// As it was.
    package let name: String
    package let deletedAt: Timestamp

    package init(routineID: Routine.ID, name: String, deletedAt: Timestamp) {
        self.routineID = routineID
        self.name = name
        self.deletedAt = deletedAt
    }

    private enum CodingKeys: String, CodingKey {
        case routineID = "routine_id"
        case name
        case deletedAt = "deleted_at"
    }
}
