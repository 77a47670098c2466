/// What led to a piece of work, the latest causes with the oldest of them first, so that work which causes itself can be recognised.
///
/// A link names an employee and a ticket or thread, such as `assignment:EMPLOYEE:TICKET`.
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
    package static let limit = 32

    /// As much work as one wish of a person may lead to before a person has to look.
    package static let workLimit = 500

    /// How often in a row employees may wake one another by messages.
    package static let messageLimit = 6

    /// The chain of work that `cause` brings about for `agent`.
    package func adding(_ cause: WakeupCause, agent: Employee.ID, subject: String?) -> CauseChain {
        CauseChain(links: (links + ["\(cause.rawValue):\(agent):\(subject ?? "")"]).suffix(Self.limit), root: root)
    }

    /// Whether employees have begun to keep one another busy with messages.
    package var isChatter: Bool { trailingMessages > Self.messageLimit }

    /// How often employees have been woken by colleagues' messages in a row, at the end of the chain.
    package var trailingMessages: Int {
        links.reversed().prefix { $0.hasPrefix(WakeupCause.colleagueMessage.rawValue) }.count
    }
}
