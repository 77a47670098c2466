import Domain
import Store

/// Everything about a piece of work that its turn needs, read in one transaction.
struct TurnContext: Sendable {
    let work: WakeupRequest
    let company: Company
    let employee: Employee
    let manager: Employee?
    let reports: [Colleague]
    let thread: Thread?
    let messages: [Message]
    /// Whether there are messages before these.
    let hasEarlierMessages: Bool
    let ticket: Ticket?
    let goal: Goal?
    let parent: Ticket?
    let parts: [Part]
    let files: [VaultFile]
    let review: TicketReview?
    /// The names of all who may appear, by id.
    let names: [String: String]
    /// What earlier, interrupted runs of the same work have done already.
    let steps: [RunStep]
    /// What people have said to the work while it went on, before this turn.
    let guidance: [Guidance]
    /// The files of messages, by message.
    let attachments: [Message.ID: [VaultFile]]
    /// The messages that others answer expressly.
    let quoted: [Message.ID: Message]
    /// What the employee asked colleagues, when this turn goes on with what they answered.
    let outcomes: [Enquiry.Outcome]
    /// What the employee had done on the ticket when they asked.
    let askingSteps: [RunStep]
    /// What the employee asked people, when this turn goes on with their answer.
    let asked: Asked?
    /// The meeting, in a turn of one.
    let meeting: MeetingView?
    let memory: TurnMemory
    let surroundings: TurnSurroundings

    /// Somebody whom the employee leads, and how busy they are.
    struct Colleague: Sendable {
        let employee: Employee
        let openTickets: Int
    }

    /// A ticket that is a part of the employee's ticket, with what it has brought.
    struct Part: Sendable {
        let ticket: Ticket
        let files: [VaultFile]
    }
}

extension TurnContext {
    /// - Throws: ``RuleViolation/notFound(_:)`` when what the work was about is gone.
    init(_ work: WakeupRequest, in transaction: any Transaction) throws {
        let company = try Company.require(work.companyID, in: transaction)
        let employee = try Employee.require(work.agentID, of: company.id, in: transaction)
        let ticket = try work.ticketID.map { try Ticket.require($0, of: company.id, in: transaction) }
        let thread = try (work.threadID ?? ticket?.threadID).map { try Thread.require($0, of: company.id, in: transaction) }
        let isResumed = work.attemptCount > 1 || work.result != nil
        let guidance = isResumed ? try Guidance.given(to: work.id, in: transaction) : []
        // Words for the work itself stand where it takes them up.
        let guiding = Set(guidance.map(\.messageID))
        let memory = try TurnMemory(of: thread, for: work, in: transaction)
        let (messages, hasEarlier) = try thread.map { try memory.messages(of: $0.id, for: work, in: transaction) } ?? ([], false)
        let parts = try ticket?.children(in: transaction).map { Part(ticket: $0, files: try $0.files(in: transaction)) } ?? []
        let review = try ticket.flatMap { try TicketReview.pending(on: $0.id, in: transaction) }
        let parent = try ticket?.parentTicketID.flatMap { try transaction.find(Ticket.self, $0) }
        let files = try ticket?.files(in: transaction) ?? []
        let outcomes = try Enquiry.outcomes(for: work, in: transaction)
        let scene = TurnSurroundings.Scene(
            work: work, employee: employee, thread: thread, ticket: ticket, parent: parent, files: files, messages: messages)
        let surroundings = try TurnSurroundings(scene, in: transaction)
        let quoted = try Message.quoted(by: messages, in: transaction)
        let announced = surroundings.announcements.map(\.message)
        let appearing =
            messages.map(\.authorID) + quoted.values.map(\.authorID) + announced.map(\.authorID) + guidance.map(\.authorID)
            + parts.compactMap { $0.ticket.assigneeID?.rawValue }
            + [ticket?.reporterID, review?.requestedBy.rawValue].compactMap { $0 }
            + outcomes.compactMap { $0.colleague?.rawValue }
        self.init(
            work: work, company: company, employee: employee,
            manager: try OrgEdge.manager(of: employee.id, in: transaction).flatMap { try transaction.find(Employee.self, $0) },
            reports: try Employee.reports(of: employee.id, in: transaction).map {
                Colleague(employee: $0.employee, openTickets: $0.openTickets)
            },
            thread: thread, messages: messages.filter { !guiding.contains($0.id) }, hasEarlierMessages: hasEarlier,
            ticket: ticket,
            goal: try ticket?.goalID.flatMap { try transaction.find(Goal.self, $0) },
            parent: parent, parts: parts, files: files, review: review,
            names: try Employee.names(of: Set(appearing), in: transaction),
            steps: isResumed ? try Run.steps(of: work.id, in: transaction) : [], guidance: guidance,
            attachments: try Message.attachments(of: messages + announced + outcomes.flatMap(\.answers), in: transaction),
            quoted: quoted, outcomes: outcomes,
            askingSteps: ticket == nil || work.cause != .colleagueAnswered
                ? [] : try Enquiry.askingSteps(of: outcomes, in: transaction),
            asked: try Asked(before: work, in: transaction),
            meeting: try MeetingView(work, in: transaction),
            memory: memory,
            surroundings: surroundings)
    }

    /// Whether what is said is the work itself, and not the discussion of a ticket.
    var isConversation: Bool { ticket == nil && thread != nil }

    /// What the employee is at, for when somebody answers them.
    var errand: Errand {
        let isElsewhere = work.cause.isOfMeeting || thread?.kind == .broadcast
        return Errand(work: work.id, thread: isElsewhere ? nil : thread?.id, ticket: isOwnTicket ? ticket?.id : nil)
    }

    /// Whether the turn is about the ticket's work itself, and not about looking at it.
    var isOwnTicket: Bool { ticket != nil && ticket?.assigneeID == employee.id && work.cause != .reviewRequest }
}
