/// What led to a piece of work, the latest causes with the oldest of them first, so that work which causes itself can be recognised.
///
/// A link names a cause, an employee, and a ticket or thread, the ticket with the revision that it had then:
/// `assignment:EMPLOYEE:TICKET@3`.
package struct CauseChain: Hashable, Sendable {
    package let links: [String]
    /// The request that the chain began with; none while there is only a person's wish.
    package let root: WakeupRequest.ID?

    package init(links: some Sequence<String>, root: WakeupRequest.ID? = nil) {
        self.links = Array(links)
        self.root = root
    }

    /// No cause but a person's wish.
    package static let root = CauseChain(links: [])

    /// How many links are kept, the latest.
    package static let limit = 48

    /// As much work as one wish of a person may lead to before a person has to look.
    package static let workLimit = 500

    /// How often in a row employees may wake one another by messages.
    package static let messageLimit = 6

    /// How often one chain may come to the same employee with the same cause for the same ticket, whatever has changed.
    package static let visitLimit = 8

    /// The chain of work that `cause` brings about for `agent`.
    package func adding(_ cause: WakeupCause, agent: Employee.ID, subject: Subject?) -> CauseChain {
        CauseChain(links: (links + [Self.link(cause, agent, subject)]).suffix(Self.limit), root: root)
    }

    /// What work is about: a thread, or a ticket with its revision.
    package struct Subject: Hashable, Sendable {
        package let id: String
        package let revision: Int?

        package init(_ id: String, revision: Int? = nil) {
            self.id = id
            self.revision = revision
        }
    }

    private static func link(_ cause: WakeupCause, _ agent: Employee.ID, _ subject: Subject?) -> String {
        let place = "\(cause.rawValue):\(agent):\(subject?.id ?? "")"
        return subject?.revision.map { "\(place)@\($0)" } ?? place
    }

    /// Why `cause` must not bring about work for `agent`, judged by what has led to it; `nil` when it may.
    ///
    /// A chain that comes back to the same employee and ticket, whatever the causes, while the ticket is as it was, goes in a
    /// circle. One that comes back again and again with the same cause is a game of ping-pong even if the ticket changes hands
    /// in between. And colleagues wake one another by messages only so often in a row; an answer counts, and is let through, since
    /// its question was.
    package func objection(to cause: WakeupCause, agent: Employee.ID, subject: Subject?) -> SkipReason? {
        if let subject, let revision = subject.revision {
            let place = ":\(agent):\(subject.id)@"
            if links.contains(where: { $0.hasSuffix("\(place)\(revision)") }) { return .causalLoop }
            let visits = links.count { $0.hasPrefix("\(cause.rawValue)\(place)") }
            if visits >= Self.visitLimit { return .pingPong }
        }
        if cause == .colleagueMessage || cause == .mention, trailingMessages >= Self.messageLimit { return .chatter }
        return nil
    }

    private static let messages: [WakeupCause] = [.colleagueMessage, .mention, .colleagueAnswered]

    /// How often employees have been woken by colleagues' messages in a row, at the end of the chain.
    package var trailingMessages: Int {
        links.reversed().prefix { link in Self.messages.contains { link.hasPrefix("\($0.rawValue):") } }.count
    }
}
