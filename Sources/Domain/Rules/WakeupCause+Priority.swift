extension WakeupCause {
    /// Where work of this cause stands in the queue, from 0 to 100: people wait for nobody, reviews free colleagues, and what
    /// nobody waits for comes last.
    package var priority: Int {
        switch self {
        case .meetingTurn: 100
        case .interjection: 98
        case .message, .mention: 95
        case .questionAnswered: 90
        case .reviewRequest: 85
        case .manual: 80
        case .changesRequested, .childrenDone, .colleagueAnswered: 78
        case .goal: 75
        case .colleagueMessage, .comment, .dependencyCleared: 72
        case .assignment: 70
        case .digest: 65
        case .routine: 60
        case .schedule: 50
        }
    }
}
