/// One participant of a thread.
package struct ThreadMember: Codable, Hashable, Sendable {
    package var threadID: Thread.ID
    /// The id of an operator or an employee, as the kind says.
    package var memberID: String
    package var memberKind: MemberKind
    /// Such as `chair` or `attendee`.
    package var roleInThread: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case threadID = "thread_id"
        case memberID = "member_id"
        case memberKind = "member_kind"
        case roleInThread = "role_in_thread"
    }

    package init(threadID: Thread.ID, memberID: String, memberKind: MemberKind, roleInThread: String? = nil) {
        self.threadID = threadID
        self.memberID = memberID
        self.memberKind = memberKind
        self.roleInThread = roleInThread
    }
}
