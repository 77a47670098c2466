/// What a thread is for.
package enum ThreadKind: String, Vocabulary {
    case dm
    case group
    case meeting
    case ticket
    case broadcast

    // Words that databases of the product's earlier life hold; they are no longer written.
    case proactive

    package static let writable: [Self] = [.dm, .group, .meeting, .ticket, .broadcast]
}

/// What a member is in a thread; none for the two of a direct conversation.
package enum ThreadRole: String, Vocabulary {
    case owner
    case member
    /// Reads along, and is not woken.
    case observer
    case chair
    case attendee
}

/// What sort of member takes part in a thread.
package enum MemberKind: String, Vocabulary {
    case user
    case employee
}
