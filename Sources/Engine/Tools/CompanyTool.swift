import Domain
import Store

/// A tool whose effects are the company's own rows, so that call and effect are one transaction.
protocol CompanyTool: Sendable {
    var specification: ToolSpecification { get }

    /// Whether a successful call hands the work over, so that the turn is at its end.
    var endsTurn: Bool { get }

    /// Whether the tool belongs into meetings too, where no other work is done.
    var isForMeetings: Bool { get }

    /// Whether the tool is of use in this turn.
    func isOffered(in context: TurnContext) -> Bool

    /// What must happen before the transaction: work that takes long or touches the disk.
    ///
    /// - Throws: `ToolFailure`.
    func prepare(_ arguments: ToolArguments, _ workplace: Workplace, _ context: TurnContext) throws -> PreparedDocument?

    /// Does it and says what came of it.
    ///
    /// - Throws: `ToolFailure` or ``RuleViolation``, after which nothing of it has happened.
    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue
}

extension CompanyTool {
    var endsTurn: Bool { false }

    var isForMeetings: Bool { self is any MeetingTool }

    /// Whether the tool is offered in this turn: in a meeting only what belongs there.
    func isOfUse(in context: TurnContext) -> Bool {
        isOffered(in: context) && (isForMeetings || !context.work.cause.isOfMeeting)
    }

    func isOffered(in context: TurnContext) -> Bool { true }

    func prepare(_ arguments: ToolArguments, _ workplace: Workplace, _ context: TurnContext) throws -> PreparedDocument? { nil }
}

/// A document that lies in the vault and is not entered yet.
struct PreparedDocument: Sendable {
    let document: Document
    let stored: Vault.Stored
    let vault: Vault
    let text: String?
}

/// Where a tool works: whose turn it is, and the open transaction.
struct Desk {
    let context: TurnContext
    let run: Run
    let transaction: any Transaction
    let document: PreparedDocument?

    var company: Company.ID { context.company.id }
    var employee: Employee { context.employee }
    var author: Author { .employee(context.employee.id) }
    var chain: CauseChain { context.work.chain }
    var errand: Errand { context.errand }
}

extension Desk {
    /// The ticket that `text` names by id or number; the turn's own when there is no text.
    ///
    /// - Throws: `ToolFailure`.
    func ticket(_ text: String?) throws -> Ticket {
        guard let text = text?.trimmed, !text.isEmpty else {
            guard let own = context.ticket else { throw ToolFailure("Say which ticket, by its id, as ticket_id.") }
            return try Ticket.require(own.id, of: company, in: transaction)
        }
        if let ticket = try Ticket.named(text, of: company, in: transaction) { return ticket }
        let own = context.ticket.map { " This turn is about the ticket with the id “\($0.id)”." } ?? ""
        throw ToolFailure("There is no ticket “\(text.cut(to: 60))”.\(own)")
    }

    /// The ticket that is to be handed in or judged: the one that `text` names, and the turn's own where that is none at all,
    /// since weak models put all kinds of ids there.
    ///
    /// - Throws: `ToolFailure`.
    func turnsTicket(_ text: String?) throws -> Ticket {
        guard let text, let own = context.ticket, try Ticket.named(text.trimmed, of: company, in: transaction) == nil else {
            return try ticket(text)
        }
        return try ticket(own.id.rawValue)
    }

    /// The colleague that `text` names by id, full name, first name or title.
    ///
    /// - Throws: `ToolFailure`.
    func colleague(_ text: String) throws -> Employee {
        if let exact = try transaction.find(Employee.self, Employee.ID(text.trimmed)), exact.companyID == company, !exact.isSystem
        {
            guard exact.hasLeft else { return exact }
            let departed = try exact.departure(in: transaction)
            throw ToolFailure(departed.sentence + (departed.successor.map { " Their id is “\($0)”." } ?? ""))
        }
        let wanted = text.trimmed.lowercased()
        let everybody = try Employee.list(of: company, in: transaction)
        let named = everybody.filter {
            $0.name.lowercased() == wanted || $0.title.lowercased() == wanted
                || $0.name.lowercased().split(separator: " ").first.map(String.init) == wanted
        }
        guard named.count == 1, let one = named.first else {
            let known = everybody.prefix(20).map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            throw ToolFailure("“\(text.cut(to: 60))” is \(named.isEmpty ? "nobody" : "more than one") here. Known ids: \(known).")
        }
        return one
    }

    /// The file that `text` names by id, or by name among the ticket's and the employee's own.
    ///
    /// - Throws: `ToolFailure`.
    func file(_ text: String) throws -> VaultFile {
        if let file = try transaction.find(VaultFile.self, VaultFile.ID(text.trimmed)), file.companyID == company { return file }
        let near = try VaultFile.list(of: company, in: transaction)
        if let named = near.first(where: { $0.originalName == text.trimmed }) { return named }
        throw ToolFailure("There is no file “\(text.cut(to: 60))”. Use the file_id that write_document returned.")
    }
}
