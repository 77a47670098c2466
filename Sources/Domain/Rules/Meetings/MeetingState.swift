/// Where a meeting stands, as far as it decides who speaks next.
///
/// Everything follows from the turns there have been: the same state always leads to the same step.
package struct MeetingState: Hashable, Sendable {
    /// Somebody who takes part.
    package struct Person: Hashable, Sendable {
        package let id: Employee.ID
        package let name: String
        package let title: String

        package init(id: Employee.ID, name: String, title: String) {
            self.id = id
            self.name = name
            self.title = title
        }
    }

    /// What is to happen next.
    package enum Step: Hashable, Sendable {
        case speak(MeetingPlan)
        case end(MeetingEndReason)
    }

    package var mode: MeetingMode
    /// With a number of turns and rounds.
    package var limits: Meeting.Limits
    package var chair: Employee.ID
    /// Those who are there, in the order in which they were invited.
    package var present: [Person]
    /// The turns that have ended, in order.
    package var turns: [Meeting.Turn]
    package var requests: [Meeting.Request]
    /// Who has said already where they stand.
    package var stated: Set<Employee.ID>
    package var use: MeetingUse
    package var isEndWanted: Bool
    /// What was said last.
    package var lastWords: String

    package init(
        mode: MeetingMode, limits: Meeting.Limits, chair: Employee.ID, present: [Person], turns: [Meeting.Turn] = [],
        requests: [Meeting.Request] = [], stated: Set<Employee.ID> = [], use: MeetingUse = MeetingUse(),
        isEndWanted: Bool = false,
        lastWords: String = ""
    ) {
        self.mode = mode
        self.limits = limits
        self.chair = chair
        self.present = present
        self.turns = turns
        self.requests = requests
        self.stated = stated
        self.use = use
        self.isEndWanted = isEndWanted
        self.lastWords = lastWords
    }

    /// How many turns in a row may fail.
    package static let failureLimit = 3

    /// Who has the floor next, or why the meeting is over.
    package func next() -> Step {
        guard present.contains(where: { $0.id == chair }) else { return .end(.deserted) }
        let failures = turns.reversed().prefix { $0.status == .failed }.count
        guard failures < Self.failureLimit else { return .end(.failures) }
        let ordinary = ordinaryPlan()
        if let request = requests.first, use.leavesRoom(for: .closing) { return .speak(answer(request, in: ordinary)) }
        return ordinary.map { .speak($0) } ?? .end(endReason)
    }

    /// Who would have the floor if nobody had asked for anything.
    private func ordinaryPlan() -> MeetingPlan? {
        if turns.contains(where: { $0.phase == .closing && !$0.reason.isOfPerson && $0.status != .skipped }) { return nil }
        return opening() ?? discussion() ?? position() ?? closing()
    }

    private func opening() -> MeetingPlan? {
        guard use.leavesRoom(for: .opening), !isEndWanted else { return nil }
        let isOpened = turns.contains { $0.phase == .opening && !$0.reason.isOfPerson && $0.status != .skipped }
        return isOpened ? nil : MeetingPlan(phase: .opening, speaker: chair, reason: .opens)
    }

    private func discussion() -> MeetingPlan? {
        // Whoever leaves makes the reserve smaller, but what comes after the discussion is not taken back.
        guard !others.isEmpty, !isEndWanted, !turns.contains(where: \.endsDiscussion), use.leavesRoom(for: .discussion),
            turnsUsed + reserve < turnLimit
        else { return nil }
        return switch mode {
        case .roundRobin: nextInRound()
        case .chairDirected: directed()
        case .freeform: highestBid()
        }
    }

    private func position() -> MeetingPlan? {
        guard !isEndWanted, use.leavesRoom(for: .positions), turnsUsed < turnLimit else { return nil }
        let heard = Set(turns.filter { $0.phase == .positions && !$0.reason.isOfPerson }.map(\.employeeID))
        return others.first { !heard.contains($0.id) && !stated.contains($0.id) }
            .map { MeetingPlan(phase: .positions, speaker: $0.id, reason: .position) }
    }

    private func closing() -> MeetingPlan? {
        use.leavesRoom(for: .closing) ? MeetingPlan(phase: .closing, speaker: chair, reason: .closes) : nil
    }

    /// A person is answered by whom they ask, in whatever phase it is.
    private func answer(_ request: Meeting.Request, in ordinary: MeetingPlan?) -> MeetingPlan {
        let asked = present.first { $0.id == request.employeeID }?.id
        return MeetingPlan(
            phase: ordinary?.phase ?? .closing, round: ordinary?.round ?? 0, speaker: asked ?? chair,
            reason: request.messageID == nil ? .calledOn : .interjection, question: request.question, answers: request.messageID,
            isRequest: true)
    }

    /// Why there is no further turn.
    private var endReason: MeetingEndReason {
        if isEndWanted { return .person }
        if !use.leavesRoom(for: .discussion) { return use.cost >= use.time ? .cost : .minutes }
        let isOutOfTurns = turnsUsed + reserve >= turnLimit && !turns.contains(where: \.closesDiscussion)
        var open = self
        open.limits.turns = Int.max
        open.turns.removeAll { $0.phase == .positions }  // would anybody have gone on before them?
        return isOutOfTurns && open.discussion() != nil ? .turns : .completed
    }
}

extension MeetingState {
    package var others: [Person] { present.filter { $0.id != chair } }

    /// Turns that count against the limit.
    package var turnsUsed: Int { turns.count(where: \.counts) }

    var turnLimit: Int { max(1, limits.turns ?? 1) }
    var roundLimit: Int { max(1, limits.rounds ?? 1) }

    /// Turns that are kept for positions.
    private var reserve: Int { min(others.count, turnLimit / 2) }

    /// Turns of the discussion that nobody asked for from outside.
    var discussed: [Meeting.Turn] {
        turns.filter { $0.phase == .discussion && !$0.reason.isOfPerson && $0.status != .skipped }
    }
}

extension Meeting.Turn {
    /// Whether there is no discussion after it: the chair has closed it, or the positions have begun.
    fileprivate var endsDiscussion: Bool { closesDiscussion || (phase == .positions && !reason.isOfPerson) }
}
