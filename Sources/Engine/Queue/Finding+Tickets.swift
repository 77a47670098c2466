import Domain
import Store

extension Finding {
    /// That a person has blocked a ticket by hand, and how it goes on; `nil` for a ticket that none has.
    static func blockedByHand(_ ticket: Ticket) -> Finding? {
        guard ticket.blockedBy != nil else { return nil }
        return blockedByHand(ticket.id, of: ticket.companyID, saying: ticket.blockedReason, handle: ticket.handle)
    }

    static func blockedByHand(
        _ ticket: Ticket.ID, of company: Company.ID, saying reason: String?, handle: String
    ) -> Finding {
        Finding(
            .ticketBlocked, reason ?? "It is blocked by hand.", ref: ticket.rawValue,
            action: .init(
                "Unblock it", "DELETE", "/api/companies/\(company)/tickets/\(ticket)/block",
                command: "teamx ticket unblock \(handle)"))
    }
}

extension Ticket {
    /// What a person types for it: its number, or its id where it has none.
    var handle: String { number.map { "\($0)" } ?? id.rawValue }
}
