/// A thread was renamed, put away or taken up again.
package struct ThreadUpdated: EventPayload {
    package static let type = EventType.threadUpdated

    package let threadID: Thread.ID
    package let patchedKeys: [String]
    package let subject: String?
    package let archivedAt: Timestamp?

    package init(threadID: Thread.ID, patchedKeys: [String], subject: String? = nil, archivedAt: Timestamp? = nil) {
        self.threadID = threadID
        self.patchedKeys = patchedKeys
        self.subject = subject
        self.archivedAt = archivedAt
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case patchedKeys = "patched_keys"
        case subject
        case archivedAt = "archived_at"
    }
}

/// Somebody takes part in a thread from now on, or in another role.
package struct ThreadMemberAdded: EventPayload {
    package static let type = EventType.threadMemberAdded

    package let threadID: Thread.ID
    package let memberID: String
    package let memberKind: MemberKind
    package let role: String?

    package init(threadID: Thread.ID, memberID: String, memberKind: MemberKind, role: String? = nil) {
        self.threadID = threadID
        self.memberID = memberID
        self.memberKind = memberKind
        self.role = role
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case memberID = "member_id"
        case memberKind = "member_kind"
        case role
    }
}

/// Somebody takes part in a thread no longer.
package struct ThreadMemberRemoved: EventPayload {
    package static let type = EventType.threadMemberRemoved

    package let threadID: Thread.ID
    package let memberID: String
    package let memberKind: MemberKind
    /// The one they had until then.
    package let role: String?

    package init(threadID: Thread.ID, memberID: String, memberKind: MemberKind, role: String? = nil) {
        self.threadID = threadID
        self.memberID = memberID
        self.memberKind = memberKind
        self.role = role
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case memberID = "member_id"
        case memberKind = "member_kind"
        case role
    }
}
