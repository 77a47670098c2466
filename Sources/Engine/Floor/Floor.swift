package import Domain

/// Who of a company does what at this moment, and why the others do nothing.
package struct Floor: Sendable {
    /// The number of the company's last event; what is here is as it was then.
    package let sequence: Int
    package let company: Company
    /// What holds the whole company, first of all what a person said.
    package let pause: WorkHold?
    /// In the order in which people look: who is blocked, who works, who waits, who has nothing to do.
    package let people: [Person]
    /// How many pieces of work go on and wait; of those that wait no more than ``countLimit`` are counted.
    package let working: Int
    package let waiting: Int
    package let burn: Burn

    package static let countLimit = 1000

    package struct Person: Sendable {
        package let employee: Employee
        package let manager: Employee.ID?
        /// Since when they are as they are.
        package let since: Timestamp
        /// What they are at, or what would be next.
        package let ticket: FloorTicket?
        package let run: Run?
        /// Why they do not work; `nil` while they do.
        package let reason: Finding?
        package let lastDone: Deed?

        /// Whether there is nothing for them to do.
        package var isIdle: Bool { reason?.reason == Floor.idle }
    }

    /// The latest thing that somebody came to an end with.
    package struct Deed: Sendable {
        package let employee: Employee.ID
        package let at: Timestamp
        package let outcome: RunStatus
        package let number: Int?
        package let title: String?
    }

    /// What the company spends: what providers will want to have, as its budgets count it.
    package struct Burn: Sendable {
        /// In the last sixty minutes.
        package let hour: Money
        /// In this month of its budgets, as of a few seconds ago.
        package let month: Money
        /// The most that the company may spend in it.
        package let cap: Money?
    }

    static let idle = "idle"
}

/// What of a ticket is shown beside a person.
package struct FloorTicket: Hashable, Sendable {
    package let id: Ticket.ID
    package let number: Int?
    package let title: String
    let status: TicketStatus
    let blockedReason: String?
    let assignee: Employee.ID?
}
