import Domain
import Store

extension Finding {
    /// Why nobody goes on with a ticket before a person lets them, and how they do.
    static func halt(_ halt: TicketHalt) -> Finding {
        let path = "/api/companies/\(halt.company)"
        switch halt.cause {
        case .byHand(let reason):
            return Finding(
                .ticketBlocked, reason ?? "It is blocked by hand.", ref: halt.ticket.rawValue,
                action: .init(
                    "Unblock it", "DELETE", "\(path)/tickets/\(halt.ticket)/block",
                    command: "teamx ticket unblock \(halt.number.map { "\($0)" } ?? halt.ticket.rawValue)"))
        case .goal(let goal, let title):
            return Finding(
                .goalAbandoned, "Its goal was given up: \(title.cut(to: 200))", ref: goal.rawValue,
                action: .init(
                    "Take the goal up again", "PATCH", "\(path)/goals/\(goal)", command: "teamx goal reopen \(goal)"))
        }
    }
}

extension Ticket {
    /// What a person types for it: its number, or its id where it has none.
    var handle: String { number.map { "\($0)" } ?? id.rawValue }
}
