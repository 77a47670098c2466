import Domain
import TestSupport
import Testing

/// The machine that gives the floor, by itself.
struct MeetingStateTests {
    /// A meeting that is played through: whatever the machine says happens, with chance deciding how.
    struct Play {
        var state: MeetingState
        var random: SeededRandom
        var spoken: [Meeting.Turn] = []
        private(set) var requested = 0

        init(seed: UInt64) {
            random = SeededRandom(seed: seed)
            let count = Int.random(in: 2...7, using: &random)
            let people = (0..<count).map {
                MeetingState.Person(id: .init("e\($0)"), name: "P\($0) Name", title: "Maker of \($0)")
            }
            let limits = Meeting.Limits(
                turns: Int.random(in: 1...30, using: &random), minutes: 30, costUsd: Money(nanoDollars: 1),
                rounds: Int.random(in: 1...4, using: &random))
            state = MeetingState(
                mode: MeetingMode.allCases.randomElement(using: &random) ?? .roundRobin, limits: limits, chair: .init("e0"),
                present: people)
        }

        /// Lets something happen, then gives the floor; `nil` at the end.
        mutating func step() -> Meeting.Turn? {
            if requested < 5, Int.random(in: 0..<8, using: &random) == 0 {
                requested += 1
                let to = Bool.random(using: &random) ? state.present.randomElement(using: &random)?.id : nil
                state.requests.append(.init(employeeID: to, messageID: Bool.random(using: &random) ? .init("m") : nil))
            }
            if Int.random(in: 0..<20, using: &random) == 0, let gone = state.present.indices.randomElement(using: &random) {
                state.present.remove(at: gone)
                if !state.present.contains(where: { $0.id == state.chair }), let next = state.present.first {
                    state.chair = next.id
                }
            }
            if Int.random(in: 0..<40, using: &random) == 0 { state.isEndWanted = true }
            state.use.time += Int.random(in: 0..<40, using: &random)
            guard case .speak(let plan) = state.next() else { return nil }
            if plan.isRequest { state.requests.removeFirst() }
            let statuses: [MeetingTurnStatus] = [.spoken, .spoken, .spoken, .spoken, .passed, .failed, .stopped]
            var turn = Meeting.Turn(
                id: .init("t\(state.turns.count)"), companyID: .init("c"), meetingID: .init("m"), number: state.turns.count + 1,
                phase: plan.phase, round: plan.round, employeeID: plan.speaker, reason: plan.reason,
                status: statuses.randomElement(using: &random) ?? .spoken, startedAt: Timestamp(milliseconds: 0))
            if plan.speaker == state.chair, Bool.random(using: &random) {
                turn.givesTo = state.present.randomElement(using: &random)?.id
            }
            turn.closesDiscussion = plan.speaker == state.chair && Int.random(in: 0..<10, using: &random) == 0
            state.lastWords = "What do you say, P\(Int.random(in: 0..<7, using: &random))? Maker."
            state.turns.append(turn)
            return turn
        }
    }

    @Test(arguments: 0..<2000)
    func `every meeting ends, whatever happens in it, within its turns and with at most one closing`(seed: Int) throws {
        var play = Play(seed: UInt64(seed))
        var count = 0
        while let turn = play.step() {
            count += 1
            try #require(count < 100, "it does not end")
            #expect(play.state.present.contains { $0.id == turn.employeeID })
        }
        let turns = play.state.turns
        let limit = play.state.limits.turns ?? 0
        #expect(turns.count { !$0.reason.isOfPerson } <= limit + 1)
        #expect(turns.count { $0.reason == .closes } <= 1)
        #expect(turns.count { $0.reason == .opens } <= 1)
        #expect(
            turns.filter { $0.reason == .position }.count == Set(turns.filter { $0.reason == .position }.map(\.employeeID)).count)
        let phases = turns.filter { !$0.reason.isOfPerson }.map(\.phase)
        let order: [MeetingPhase] = [.opening, .discussion, .positions, .closing]
        let places = phases.compactMap(order.firstIndex)
        #expect(places == places.sorted(), "no phase comes back")
    }

    @Test(arguments: 0..<300)
    func `the same state always leads to the same step`(seed: Int) {
        var play = Play(seed: UInt64(seed))
        while play.step() != nil { #expect(play.state.next() == play.state.next()) }
    }

    @Test(arguments: 0..<300)
    func `nobody speaks twice in a row in a freeform meeting, and nobody takes it over`(seed: Int) {
        var play = Play(seed: UInt64(seed))
        play.state.mode = .freeform
        play.state.limits = Meeting.Limits(turns: 40, minutes: 30, costUsd: Money(nanoDollars: 1), rounds: 20)
        while play.step() != nil {}
        let bids = zip(play.state.turns, play.state.turns.dropFirst()).filter { $1.reason == .bid }
        #expect(bids.allSatisfy { $0.employeeID != $1.employeeID })
    }

    @Test func `in rounds each attendee is heard once a round, between the chair's opening and closing`() {
        let state = meeting(.roundRobin, people: 4, rounds: 2)
        #expect(
            speakers(state) == ["e0", "e1", "e2", "e3", "e1", "e2", "e3", "e1", "e2", "e3", "e0"])
    }

    @Test func `a chair who names nobody hears whoever was heard least`() {
        let state = meeting(.chairDirected, people: 3, rounds: 1)
        #expect(speakers(state) == ["e0", "e1", "e0", "e2", "e1", "e2", "e0"])
    }

    @Test func `in a freeform meeting whoever is asked by name answers`() {
        var state = meeting(.freeform, people: 4, rounds: 2)
        state.turns = [turn(1, "e0", .opening, .opens)]
        state.lastWords = "We have to choose. Noor2, what would it cost?"
        #expect(plan(state)?.speaker == Employee.ID("e2"))
    }

    @Test func `a freeform discussion is over when a whole pass brings only passes`() {
        var state = meeting(.freeform, people: 3, rounds: 5)
        state.turns = [
            turn(1, "e0", .opening, .opens), turn(2, "e1", .discussion, .bid, .passed), turn(3, "e2", .discussion, .bid, .passed),
        ]
        #expect(plan(state)?.phase == .positions)
    }

    @Test func `when the money is used up the meeting ends without another turn`() {
        var state = meeting(.roundRobin, people: 3, rounds: 2)
        state.turns = [turn(1, "e0", .opening, .opens)]
        state.use.cost = 1000
        state.requests = [.init(question: "And now?")]
        #expect(state.next() == .end(.cost))
    }

    @Test func `near the limit of time the discussion makes room for positions, and those for the closing`() {
        var state = meeting(.roundRobin, people: 3, rounds: 5)
        state.turns = [turn(1, "e0", .opening, .opens)]
        state.use.time = 800
        #expect(plan(state)?.phase == .positions)
        state.use.time = 900
        #expect(plan(state)?.phase == .closing)
    }

    @Test func `three failures in a row end it`() {
        var state = meeting(.roundRobin, people: 3, rounds: 5)
        state.turns = (1...3).map { turn($0, "e\($0 % 3)", .discussion, .round, .failed) }
        #expect(state.next() == .end(.failures))
    }

    @Test(arguments: MeetingMode.allCases)
    func `a person is answered next, by whom they ask or by the chair`(mode: MeetingMode) {
        var state = meeting(mode, people: 4, rounds: 2)
        state.turns = [turn(1, "e0", .opening, .opens)]
        let before = plan(state)
        state.requests = [.init(employeeID: .init("e3"), messageID: .init("m"))]
        #expect(plan(state)?.speaker == Employee.ID("e3"))
        state.requests = [.init(messageID: .init("m"))]
        #expect(plan(state)?.speaker == Employee.ID("e0"))
        state.requests = []
        state.turns.append(turn(2, "e3", .discussion, .interjection))
        if mode != .freeform { #expect(plan(state) == before, "and then it goes on where it was") }
    }

    private func meeting(_ mode: MeetingMode, people: Int, rounds: Int) -> MeetingState {
        MeetingState(
            mode: mode, limits: Meeting.Limits(turns: 100, minutes: 30, costUsd: Money(nanoDollars: 1), rounds: rounds),
            chair: .init("e0"),
            present: (0..<people).map { .init(id: .init("e\($0)"), name: "Noor\($0) Haddad\($0)", title: "Writer") })
    }

    private func plan(_ state: MeetingState) -> MeetingPlan? {
        if case .speak(let plan) = state.next() { plan } else { nil }
    }

    /// Who has the floor when everybody speaks.
    private func speakers(_ start: MeetingState) -> [String] {
        var state = start
        while case .speak(let plan) = state.next() {
            var turn = turn(state.turns.count + 1, plan.speaker.rawValue, plan.phase, plan.reason)
            turn.round = plan.round
            state.turns.append(turn)
        }
        return state.turns.map(\.employeeID.rawValue)
    }

    private func turn(
        _ number: Int, _ speaker: String, _ phase: MeetingPhase, _ reason: MeetingTurnReason,
        _ status: MeetingTurnStatus = .spoken
    ) -> Meeting.Turn {
        Meeting.Turn(
            id: .init("t\(number)"), companyID: .init("c"), meetingID: .init("m"), number: number, phase: phase,
            employeeID: .init(speaker), reason: reason, status: status, startedAt: Timestamp(milliseconds: 0))
    }
}
