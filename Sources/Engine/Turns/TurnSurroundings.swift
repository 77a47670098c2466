import Domain
import Store

/// What stands around a piece of work: what it belongs to, what waits for people, who else is there, what may help.
struct TurnSurroundings: Sendable {
    /// The tickets above the ticket's own parent, the nearest first.
    var ancestors: [Ticket] = []
    var project: Project?
    var questions: [Question] = []
    var approvals: [ApprovalItem] = []
    /// Others who take part in the thread.
    var members: [Employee] = []
    var related: [VaultFile.Excerpt] = []
    /// What else in the company may bear on it.
    var matters: [RelatedMatter] = []
    /// What came of meetings that the employee attended.
    var meetings: [Meeting] = []
    /// What was told to everybody since the employee's last turn.
    var announcements: [Announcement] = []
    /// What in the calendar the turn is about.
    var occasion: Occasion?

    /// An entry of the calendar whose time has come, or comes soon.
    struct Occasion: Sendable {
        let item: ScheduleItem
        let isReminder: Bool
        let ticket: Ticket?
    }

    init() {}
}

extension TurnSurroundings {
    init(_ scene: Scene, in transaction: any Transaction) throws {
        if let ticket = scene.ticket {
            var above = scene.parent?.parentTicketID
            while let id = above, ancestors.count < Ticket.depthLimit, let next = try transaction.find(Ticket.self, id) {
                ancestors.append(next)
                above = next.parentTicketID
            }
            project = try ticket.project(in: transaction)
            questions = try Question.open(on: ticket.id, in: transaction)
            approvals = try ApprovalItem.pending(about: [ticket.id.rawValue], of: scene.company, in: transaction)
        }
        if let thread = scene.thread,
            thread.kind != .dm || scene.work.cause == .colleagueMessage || scene.work.cause == .colleagueAnswered
        {
            members = try thread.employees(limit: 12, in: transaction)
        }
        if !scene.work.cause.isOfMeeting {
            meetings = try Meeting.remembered(by: scene.work.agentID, of: scene.company, in: transaction)
        }
        if let (item, isReminder) = try scene.work.occasion(in: transaction) {
            let ticket = try item.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
            occasion = Occasion(item: item, isReminder: isReminder, ticket: ticket)
        }
        announcements = try Announcement.unread(for: scene.work, in: transaction)
        let words = RelevantWords.of(scene.subject)
        if scene.asksForKnowledge, words.count > 1 {
            related = try VaultFile.related(
                to: words, in: scene.company, excluding: Set(scene.files.map(\.id)), limit: 3, transaction)
            let own = [
                scene.ticket?.id.rawValue, scene.ticket?.goalID?.rawValue, scene.parent?.id.rawValue, project?.id.rawValue,
            ].compactMap { $0 }
            let known = own + ancestors.map(\.id.rawValue) + meetings.map(\.id.rawValue)
            matters = try RelatedMatter.about(
                scene.subject, words: words, for: scene.employee, excluding: Set(known), limit: 3,
                in: transaction)
        }
    }

    /// What is known of the work already.
    struct Scene {
        let work: WakeupRequest
        let employee: Employee
        let thread: Thread?
        let ticket: Ticket?
        let parent: Ticket?
        let files: [VaultFile]
        let messages: [Message]

        var company: Company.ID { work.companyID }

        /// What the turn is about, in somebody's words.
        var subject: String {
            if let ticket, work.cause != .comment, work.cause != .mention { return ticket.title }
            return messages.last { $0.authorID != work.agentID.rawValue }?.content ?? ticket?.title ?? ""
        }

        /// Whether somebody asks or begins something; who goes on with work or judges it has what it needs.
        var asksForKnowledge: Bool {
            switch work.cause {
            case .message, .colleagueMessage, .mention, .comment, .assignment, .interjection: true
            case .reviewRequest, .colleagueAnswered, .changesRequested, .childrenDone, .dependencyCleared, .questionAnswered,
                .goal, .routine,
                .schedule, .manual, .meetingTurn, .digest:
                false
            }
        }
    }
}
