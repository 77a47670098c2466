/// What sort of thing waits for a person.
package enum InboxKind: String, Vocabulary {
    /// An employee asks.
    case question
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
    case unblock
    case look
    case read
}
