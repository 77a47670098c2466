/// What sort of thing waits for a person.
package enum InboxKind: String, Vocabulary {
    /// An employee asks.
    case question
    /// Work that was handed in and that nobody but a person is going to look at.
    case review
    /// A budget that work waits for.
    case budget
    /// A ticket that only a person can let go on.
    case blockedTicket = "blocked_ticket"
    /// Work that has failed for good.
    case failedWork = "failed_work"
    /// Somebody wrote to the person.
    case unreadThread = "unread_thread"
}

/// The one thing that takes an item out of the inbox.
package enum InboxAction: String, Vocabulary {
    case answer
    case decide
    case raise
    case unblock
    case look
    case read
}

/// Whether something is in a person's inbox.
package enum InboxStanding: String, Vocabulary {
    case waiting
    /// It is out of it until a moment.
    case snoozed
    /// It is out of it for good.
    case done
}
