import Domain
import Store

/// What threads are called: by their ticket or meeting, their subject, or who takes part in them.
struct ThreadNames {
    static let shape: [String: AnswerShape] = [
        "name": .text, "ticket": .optional(Ticket.Name.shape), "meeting": .optional(.members(["id": .text, "subject": .text])),
    ]

    private let company: Company?
    private let tickets: [Ticket.ID: Ticket.Name]
    private let meetings: [Thread.ID: (id: Meeting.ID, subject: String)]

    init(_ threads: [Thread], in transaction: any Transaction) throws {
        company = try threads.first.flatMap { try transaction.find(Company.self, $0.companyID) }
        tickets = try Ticket.names(of: threads.compactMap(\.ticketID), in: transaction)
        let met = try Meeting.agendas(of: threads.filter { $0.kind == .meeting }.map(\.id), in: transaction)
        meetings = met.mapValues { ($0.id, Meeting.subject(of: $0.agenda)) }
    }

    /// - Parameter people: The names of the employees who take part in it.
    func members(of thread: Thread, people: [String]) -> [String: JSONValue] {
        let ticket = thread.ticketID.flatMap { tickets[$0] }
        let meeting = meetings[thread.id]
        let named = company.flatMap { company in ticket.map { (company, $0) } }
        let name =
            named.map { "\($1.key(in: $0)) \($1.title)" } ?? meeting?.subject ?? thread.subject
            ?? people.joined(separator: " and ")
        return [
            "name": .string(name), "ticket": named.map { $1.json(in: $0) } ?? .null,
            "meeting": meeting.map { meeting -> JSONValue in
                ["id": .string(meeting.id.rawValue), "subject": .string(meeting.subject)]
            } ?? .null,
        ]
    }
}
