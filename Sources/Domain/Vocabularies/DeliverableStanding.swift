/// How a file stands that an employee made for a ticket.
package enum DeliverableStanding: String, Vocabulary {
    /// The ticket was not handed in with it yet.
    case inWork = "in_work"
    /// It was handed in, and nobody has decided.
    case awaitingReview = "awaiting_review"
    case accepted
    case sentBack = "sent_back"
    /// The ticket is done, and nobody has looked at it.
    case notReviewed = "not_reviewed"
}
