/// In which order a list of tickets comes.
package enum TicketOrder: String, Vocabulary {
    /// As they were filed.
    case number
    /// The latest filed first.
    case newest
    /// Those first that changed last.
    case updated
    /// The most important first, of equal ones as they were filed.
    case priority
    /// Those first that are due first; those without a date last.
    case due
}
