/// Where a ticket stands.
package enum TicketStatus: String, Vocabulary {
    case open
    case inProgress = "in-progress"
    case blocked
    case done
}
