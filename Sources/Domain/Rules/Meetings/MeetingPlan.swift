/// Who is to have the floor, and why.
package struct MeetingPlan: Hashable, Sendable {
    package var phase: MeetingPhase
    package var round: Int
    package var speaker: Employee.ID
    package var reason: MeetingTurnReason
    package var question: String?
    /// What a person said, which the turn answers.
    package var answers: Message.ID?
    /// Whether it grants the oldest request.
    package var isRequest: Bool

    package init(
        phase: MeetingPhase, round: Int = 0, speaker: Employee.ID, reason: MeetingTurnReason, question: String? = nil,
        answers: Message.ID? = nil, isRequest: Bool = false
    ) {
        self.phase = phase
        self.round = round
        self.speaker = speaker
        self.reason = reason
        self.question = question
        self.answers = answers
        self.isRequest = isRequest
    }
}
