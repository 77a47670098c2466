/// Where a wakeup request stands.
package enum WakeupStatus: String, Vocabulary {
    case pending
    case processing
    case completed
    case failed
    case cancelled
}

/// What sort of thing set a wakeup request off, in the few words that other programs know.
package enum WakeupTrigger: String, Vocabulary {
    case routine
    case ticketAssigned = "ticket_assigned"
    case schedule
    case manual
    case goalDecomposed = "goal_decomposed"
}

/// What exactly brought a wakeup request about.
package enum WakeupCause: String, Vocabulary {
    /// A human wrote.
    case message
    /// A colleague wrote.
    case colleagueMessage = "colleague_message"
    /// A colleague has answered what the employee had asked them, or will not.
    case colleagueAnswered = "colleague_answered"
    /// Somebody named the employee in a thread.
    case mention
    /// A ticket was assigned to the employee.
    case assignment
    /// A colleague's result waits for the employee's review.
    case reviewRequest = "review_request"
    /// The reviewer wants the employee's result changed.
    case changesRequested = "changes_requested"
    /// Somebody wrote in a ticket of the employee's.
    case comment
    /// All parts of a ticket are done.
    case childrenDone = "children_done"
    /// The last ticket that blocked one of the employee's is done.
    case dependencyCleared = "dependency_cleared"
    /// A human answered the employee's question.
    case questionAnswered = "question_answered"
    /// A goal waits to be broken down into work.
    case goal
    case routine
    case schedule
    /// Somebody asked for it by hand.
    case manual
    /// It is the employee's turn to speak in a meeting.
    case meetingTurn = "meeting_turn"
    /// A human spoke in a meeting, and the employee answers.
    case interjection
    /// A thread has grown, and its summary is to be made anew.
    case digest

    /// Whether the work is a meeting's own, which goes on while everything else of the company waits for its end.
    package var isOfMeeting: Bool { self == .meetingTurn || self == .interjection }

    /// Whether it is something that was said to the employee.
    package var isTalk: Bool { self == .message || self == .colleagueMessage || self == .colleagueAnswered || self == .mention }

    /// Whether a ticket stands still when work for this cause is not begun.
    package var movesTicket: Bool {
        switch self {
        case .comment, .message, .colleagueMessage, .mention, .meetingTurn, .interjection, .digest: false
        case .assignment, .reviewRequest, .changesRequested, .childrenDone, .dependencyCleared, .questionAnswered, .goal,
            .routine, .schedule, .manual, .colleagueAnswered:
            true
        }
    }

    /// Whether work for this cause may go on with what colleagues have answered.
    package var mayBringAnswers: Bool {
        switch self {
        case .colleagueAnswered, .manual, .questionAnswered, .dependencyCleared, .childrenDone, .changesRequested: true
        case .assignment, .reviewRequest, .goal, .routine, .schedule, .comment, .message, .colleagueMessage, .mention,
            .meetingTurn, .interjection, .digest:
            false
        }
    }

    /// The coarse word for this cause.
    package var trigger: WakeupTrigger {
        switch self {
        case .goal: .goalDecomposed
        case .routine: .routine
        case .schedule: .schedule
        case .assignment, .reviewRequest, .changesRequested, .comment, .childrenDone, .dependencyCleared, .questionAnswered:
            .ticketAssigned
        case .message, .colleagueMessage, .colleagueAnswered, .mention, .manual, .meetingTurn, .interjection, .digest: .manual
        }
    }
}
