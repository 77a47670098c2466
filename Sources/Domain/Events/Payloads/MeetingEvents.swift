/// A meeting was opened.
package struct MeetingStarted: EventPayload {
    package static let type = EventType.meetingStarted

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID
    package let chairID: Employee.ID
    /// Everyone who takes part, the chair first.
    package let attendees: [Employee.ID]
    package let agenda: String

    package init(meetingID: Meeting.ID, threadID: Thread.ID, chairID: Employee.ID, attendees: [Employee.ID], agenda: String) {
        self.meetingID = meetingID
        self.threadID = threadID
        self.chairID = chairID
        self.attendees = attendees
        self.agenda = agenda
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
        case chairID = "chair_id"
        case attendees
        case agenda
    }
}

/// An employee has the floor in a meeting.
package struct MeetingTurn: EventPayload {
    package static let type = EventType.meetingTurn

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID
    package let employeeID: Employee.ID
    package let messageID: Message.ID

    package init(meetingID: Meeting.ID, threadID: Thread.ID, employeeID: Employee.ID, messageID: Message.ID) {
        self.meetingID = meetingID
        self.threadID = threadID
        self.employeeID = employeeID
        self.messageID = messageID
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case messageID = "message_id"
    }
}

/// A human spoke in a meeting.
package struct MeetingInterjection: EventPayload {
    package static let type = EventType.meetingInterjection

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID
    package let messageID: Message.ID

    package init(meetingID: Meeting.ID, threadID: Thread.ID, messageID: Message.ID) {
        self.meetingID = meetingID
        self.threadID = threadID
        self.messageID = messageID
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
        case messageID = "message_id"
    }
}

/// A human wants to hear somebody next.
package struct MeetingCalledOn: EventPayload {
    package static let type = EventType.meetingCalledOn

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID
    package let employeeID: Employee.ID
    package let question: String?

    package init(meetingID: Meeting.ID, threadID: Thread.ID, employeeID: Employee.ID, question: String? = nil) {
        self.meetingID = meetingID
        self.threadID = threadID
        self.employeeID = employeeID
        self.question = question
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case question
    }
}

/// A human wants the meeting to end; the chair still closes it.
package struct MeetingEnding: EventPayload {
    package static let type = EventType.meetingEnding

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID

    package init(meetingID: Meeting.ID, threadID: Thread.ID) {
        self.meetingID = meetingID
        self.threadID = threadID
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
    }
}

/// A meeting was closed.
package struct MeetingEnded: EventPayload {
    package static let type = EventType.meetingEnded

    package let meetingID: Meeting.ID
    package let threadID: Thread.ID
    /// Markdown; absent when nobody spoke.
    package let minutesMd: String?
    package let actionItemCount: Int
    /// The tickets that the action items became.
    package let ticketIDs: [Ticket.ID]

    package init(
        meetingID: Meeting.ID, threadID: Thread.ID, minutesMd: String? = nil, actionItemCount: Int, ticketIDs: [Ticket.ID]
    ) {
        self.meetingID = meetingID
        self.threadID = threadID
        self.minutesMd = minutesMd
        self.actionItemCount = actionItemCount
        self.ticketIDs = ticketIDs
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case threadID = "thread_id"
        case minutesMd = "minutes_md"
        case actionItemCount = "action_item_count"
        case ticketIDs = "ticket_ids"
    }
}

/// A person changed an action item of a meeting, or decided that nothing comes of it.
package struct MeetingItemUpdated: EventPayload {
    package static let type = EventType.meetingItemUpdated

    package let meetingID: Meeting.ID
    /// The item's number, from 1.
    package let item: Int
    package let patchedKeys: [String]

    package init(meetingID: Meeting.ID, item: Int, patchedKeys: [String]) {
        self.meetingID = meetingID
        self.item = item
        self.patchedKeys = patchedKeys
    }

    private enum CodingKeys: String, CodingKey {
        case meetingID = "meeting_id"
        case item
        case patchedKeys = "patched_keys"
    }
}
