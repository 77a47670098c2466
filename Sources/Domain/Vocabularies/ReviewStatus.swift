/// Where the review of a ticket stands.
package enum ReviewStatus: String, Vocabulary {
    case pending
    case approved
    case changesRequested = "changes_requested"
    case cancelled
}
