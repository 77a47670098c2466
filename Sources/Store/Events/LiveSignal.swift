package import Domain

/// A piece of an answer while it is written; not stored.
package struct LiveSignal: Hashable, Sendable {
    package var companyID: Company.ID
    package var runID: Run.ID
    package var employeeID: Employee.ID
    package var threadID: Thread.ID?
    package var ticketID: Ticket.ID?
    /// The message that the answer will be; all pieces of a turn have the same.
    package var messageID: Message.ID
    package var text: String
    /// What the turn has cost in US dollars up to the call that the piece is of.
    package var cost: Money

    package init(
        companyID: Company.ID, runID: Run.ID, employeeID: Employee.ID, threadID: Thread.ID?, ticketID: Ticket.ID?,
        messageID: Message.ID, text: String, cost: Money = .zero
    ) {
        self.companyID = companyID
        self.runID = runID
        self.employeeID = employeeID
        self.threadID = threadID
        self.ticketID = ticketID
        self.messageID = messageID
        self.text = text
        self.cost = cost
    }
}
