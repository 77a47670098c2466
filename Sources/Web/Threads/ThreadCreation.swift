import Domain
import Store

/// What a thread is opened with.
struct ThreadCreation: RequestBody {
    /// A group unless given.
    var kind: ThreadKind?
    var subject: String?
    var employeeIDs: [Employee.ID]?
    /// For a thread of the kind `ticket`.
    var ticketID: Ticket.ID?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case kind
        case subject
        case employeeIDs = "employee_ids"
        case ticketID = "ticket_id"
    }

    /// Opens the thread, or finds it where there is one at the most.
    ///
    /// - Throws: `RuleViolation`, ``APIError``.
    func open(
        in company: Company.ID, by owner: Operator.ID, key: String?, _ transaction: any Transaction
    ) throws -> Thread {
        switch kind ?? .group {
        case .group, .proactive:
            guard let subject else { throw APIError.invalid("subject", "is missing") }
            guard let employeeIDs else { throw APIError.invalid("employee_ids", "is missing") }
            return try Thread.group(
                subject, of: company, employees: employeeIDs, by: owner, clientKey: key, in: transaction)
        case .broadcast:
            return try Thread.broadcast(
                subject, of: company, employees: employeeIDs, by: owner, clientKey: key, in: transaction)
        case .dm: return try direct(in: company, by: owner, transaction)
        case .ticket:
            guard let ticketID else { throw APIError.invalid("ticket_id", "is missing") }
            guard let ticket = try Ticket.named(ticketID.rawValue, of: company, in: transaction) else {
                throw APIError.invalid("ticket_id", "no ticket of this company has the id “\(ticketID)”")
            }
            return try ticket.discussion(in: transaction)
        case .meeting: throw APIError.invalid("kind", "a meeting's thread is opened when the meeting is called")
        }
    }

    private func direct(in company: Company.ID, by owner: Operator.ID, _ transaction: any Transaction) throws -> Thread {
        guard subject == nil else { throw APIError.invalid("subject", "a direct conversation has no name of its own") }
        let employees = employeeIDs ?? []
        guard employees.count == 1, let employee = employees.first else {
            return try Thread.direct(between: employees, of: company, in: transaction)
        }
        _ = try Employee.requireColleague(employee, of: company, field: "employee_ids", in: transaction)
        return try Thread.direct(employee, with: .user(owner), of: company, in: transaction)
    }
}
