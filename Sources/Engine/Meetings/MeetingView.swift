import Domain
import Store

/// What a turn in a meeting needs to know of it.
struct MeetingView: Sendable {
    let meeting: Meeting
    /// The turn that goes on.
    let turn: Meeting.Turn
    /// Those who are there, the chair included.
    let present: [Employee]

    /// - Returns: `nil` when the work is none of a meeting.
    /// - Throws: ``RuleViolation/notFound(_:)`` when the meeting has gone on without it.
    init?(_ work: WakeupRequest, in transaction: any Transaction) throws {
        guard work.cause.isOfMeeting else { return nil }
        guard let thread = work.threadID, let meeting = try Meeting.held(in: thread, transaction),
            let turn = try meeting.currentTurn(in: transaction), turn.wakeupID == work.id
        else { throw RuleViolation.notFound("turn of a meeting") }
        self.meeting = meeting
        self.turn = turn
        let gone = meeting.absent
        present = try meeting.attendees.value.filter { !gone.contains($0) }
            .compactMap { try transaction.find(Employee.self, $0) }
    }

    var isChair: Bool { turn.employeeID == meeting.chairID }

    /// Who is in the meeting besides the speaker and the chair.
    var others: [Employee] { present.filter { $0.id != meeting.chairID } }

    /// Whether the discussion is led by the chair's word, and goes on.
    var isDirectedNow: Bool {
        isChair && meeting.mode == .chairDirected && (turn.phase == .opening || turn.phase == .discussion)
    }

    /// How many turns are left that count.
    var turnsLeft: Int { max(0, (meeting.limits.value.turns ?? 0) - meeting.turnsUsed) }

    func minutesLeft(at now: Timestamp) -> Int64 {
        meeting.deadlineAt.map { max(0, ($0 - now).wholeMilliseconds / 60_000) } ?? 0
    }
}
