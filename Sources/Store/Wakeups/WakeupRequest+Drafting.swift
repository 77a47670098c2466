package import Domain

extension WakeupRequest {
    /// How a second request for the same work is recognised.
    package enum Dedupe: Hashable, Sendable {
        /// The cause happens once in the life of the company: a message, a review.
        case once(String)
        /// Many causes are one piece of work as long as it has not begun: comments on a ticket.
        case pending(String)

        var key: String {
            switch self {
            case .once(let key), .pending(let key): key
            }
        }
    }

    /// A piece of work for an employee.
    package struct Draft: Sendable {
        package var agent: Employee.ID
        package var cause: WakeupCause
        /// The id of what caused it.
        package var trigger: String?
        package var thread: Thread.ID?
        package var ticket: Ticket.ID?
        package var dedupe: Dedupe
        package var chain: CauseChain
        /// From 0 to 100; the cause's own when missing.
        package var priority: Int?
        /// When it may begin; now when missing.
        package var at: Timestamp?
        /// What it is to answer, when a colleague waits for that.
        package var enquiry: Enquiry.Draft?

        package init(
            agent: Employee.ID, cause: WakeupCause, trigger: String?, thread: Thread.ID?, ticket: Ticket.ID? = nil,
            dedupe: Dedupe,
            chain: CauseChain, priority: Int? = nil, at: Timestamp? = nil
        ) {
            self.agent = agent
            self.cause = cause
            self.trigger = trigger
            self.thread = thread
            self.ticket = ticket
            self.dedupe = dedupe
            self.chain = chain
            self.priority = priority
            self.at = at
        }
    }
}

extension WakeupRequest.Draft {
    var rank: Int { min(100, max(0, priority ?? cause.priority)) }

    /// What the work is about, a ticket with its revision.
    func subject(in transaction: any Transaction) throws -> CauseChain.Subject? {
        guard let ticket else { return thread.map { CauseChain.Subject($0.rawValue) } }
        // An answer is news, whatever the ticket's revision.
        if cause == .colleagueAnswered { return CauseChain.Subject(ticket.rawValue) }
        let revision: Int? = try transaction.value("SELECT revision FROM tickets WHERE id = \(ticket)")
        return CauseChain.Subject(ticket.rawValue, revision: revision)
    }

    /// Why the chain of causes forbids the work, if it does.
    func objection(to subject: CauseChain.Subject?, in transaction: any Transaction) throws -> SkipReason? {
        if let objection = chain.objection(to: cause, agent: agent, subject: subject) { return objection }
        return try WakeupRequest.isExhausted(chain, in: transaction) ? .workLimit : nil
    }
}
