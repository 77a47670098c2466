/// A goal was set.
package struct GoalCreated: EventPayload {
    package static let type = EventType.goalCreated

    package let goalID: Goal.ID
    package let title: String

    package init(goalID: Goal.ID, title: String) {
        self.goalID = goalID
        self.title = title
    }

    private enum CodingKeys: String, CodingKey {
        case goalID = "goal_id"
        case title
    }
}

/// Fields of a goal changed.
package struct GoalUpdated: EventPayload {
    package static let type = EventType.goalUpdated

    package let goalID: Goal.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    /// From 0 to 100.
    package let progressPct: Int

    package init(goalID: Goal.ID, patchedKeys: [String], progressPct: Int) {
        self.goalID = goalID
        self.patchedKeys = patchedKeys
        self.progressPct = progressPct
    }

    private enum CodingKeys: String, CodingKey {
        case goalID = "goal_id"
        case patchedKeys = "patched_keys"
        case progressPct = "progress_pct"
    }
}

/// A goal was dropped.
package struct GoalDeleted: EventPayload {
    package static let type = EventType.goalDeleted

    package let goalID: Goal.ID
    /// As it was.
    package let title: String
    package let deletedAt: Timestamp

    package init(goalID: Goal.ID, title: String, deletedAt: Timestamp) {
        self.goalID = goalID
        self.title = title
        self.deletedAt = deletedAt
    }

    private enum CodingKeys: String, CodingKey {
        case goalID = "goal_id"
        case title
        case deletedAt = "deleted_at"
    }
}

/// Work brought a goal nearer, or farther away.
package struct GoalProgressChanged: EventPayload {
    package static let type = EventType.goalProgressChanged

    package let goalID: Goal.ID
    /// From 0 to 100.
    package let progressPct: Int
    package let status: GoalStatus

    package init(goalID: Goal.ID, progressPct: Int, status: GoalStatus) {
        self.goalID = goalID
        self.progressPct = progressPct
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case goalID = "goal_id"
        case progressPct = "progress_pct"
        case status
    }
}
