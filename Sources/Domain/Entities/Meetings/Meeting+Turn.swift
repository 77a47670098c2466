extension Meeting {
    /// One time at which somebody has the floor.
    package struct Turn: Codable, Hashable, Sendable {
        package typealias ID = Identifier<Turn>

        package var id: ID
        package var companyID: Company.ID
        package var meetingID: Meeting.ID
        /// From 1, in the order of the meeting.
        package var number: Int
        package var phase: MeetingPhase
        package var round: Int
        package var employeeID: Employee.ID
        package var reason: MeetingTurnReason
        package var status: MeetingTurnStatus
        /// What the employee is asked.
        package var question: String?
        /// What a person said, which the turn answers.
        package var answersID: Message.ID?
        /// Whom the chair gave the floor to in this turn.
        package var givesTo: Employee.ID?
        package var givesQuestion: String?
        /// Whether the chair closed the discussion in this turn.
        package var closesDiscussion: Bool
        /// Whether the employee said that they have nothing to say.
        package var isPass: Bool
        package var wakeupID: WakeupRequest.ID?
        package var runID: Run.ID?
        package var messageID: Message.ID?
        package var startedAt: Timestamp
        package var endedAt: Timestamp?

        package enum CodingKeys: String, CodingKey, CaseIterable {
            case id
            case companyID = "company_id"
            case meetingID = "meeting_id"
            case number
            case phase
            case round
            case employeeID = "employee_id"
            case reason
            case status
            case question
            case answersID = "answers_id"
            case givesTo = "gives_to"
            case givesQuestion = "gives_question"
            case closesDiscussion = "closes_discussion"
            case isPass = "is_pass"
            case wakeupID = "wakeup_id"
            case runID = "run_id"
            case messageID = "message_id"
            case startedAt = "started_at"
            case endedAt = "ended_at"
        }

        package init(
            id: ID, companyID: Company.ID, meetingID: Meeting.ID, number: Int, phase: MeetingPhase, round: Int = 0,
            employeeID: Employee.ID, reason: MeetingTurnReason, status: MeetingTurnStatus = .speaking, question: String? = nil,
            answersID: Message.ID? = nil, givesTo: Employee.ID? = nil, givesQuestion: String? = nil,
            closesDiscussion: Bool = false, isPass: Bool = false, wakeupID: WakeupRequest.ID? = nil, runID: Run.ID? = nil,
            messageID: Message.ID? = nil, startedAt: Timestamp, endedAt: Timestamp? = nil
        ) {
            self.id = id
            self.companyID = companyID
            self.meetingID = meetingID
            self.number = number
            self.phase = phase
            self.round = round
            self.employeeID = employeeID
            self.reason = reason
            self.status = status
            self.question = question
            self.answersID = answersID
            self.givesTo = givesTo
            self.givesQuestion = givesQuestion
            self.closesDiscussion = closesDiscussion
            self.isPass = isPass
            self.wakeupID = wakeupID
            self.runID = runID
            self.messageID = messageID
            self.startedAt = startedAt
            self.endedAt = endedAt
        }
    }
}

extension Meeting.Turn {
    /// Whether the turn is one of those that the meeting's limit counts.
    package var counts: Bool { !reason.isOfPerson && status != .skipped && phase != .closing }
}
