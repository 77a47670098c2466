/// How the floor passes on in a meeting.
package enum MeetingMode: String, Vocabulary {
    /// Each attendee once a round.
    case roundRobin = "round-robin"
    /// The chair names who speaks next.
    case chairDirected = "chair-directed"
    /// Whoever has most to say to what was just said.
    case freeform
}

/// Whether a meeting is still on.
package enum MeetingStatus: String, Vocabulary {
    case active
    case ended
}

/// How far a meeting is.
package enum MeetingPhase: String, Vocabulary {
    /// The chair says what it is about.
    case opening
    case discussion
    /// Each attendee may say where they stand.
    case positions
    /// The chair records decisions and action items.
    case closing
    case ended
}

/// Why somebody has the floor in a meeting.
package enum MeetingTurnReason: String, Vocabulary {
    case opens
    /// It is their turn in the round.
    case round
    /// The chair says who is next.
    case directs
    /// The chair gave them the floor.
    case floor
    /// They were heard least.
    case leastHeard = "least_heard"
    /// They have most to say to what was just said.
    case bid
    /// A person asked something.
    case interjection
    /// A person called on them.
    case calledOn = "called_on"
    case position
    case closes

    /// Whether a person caused the turn, so that it does not count against the meeting's own.
    package var isOfPerson: Bool { self == .interjection || self == .calledOn }
}

/// What came of a turn in a meeting.
package enum MeetingTurnStatus: String, Vocabulary {
    /// It waits or goes on: the employee has the floor.
    case speaking
    case spoken
    /// The employee had nothing to say.
    case passed
    case failed
    /// Somebody stopped it.
    case stopped
    /// The employee was gone before they could speak.
    case skipped
}

/// Where an attendee stands at the end of a discussion.
package enum MeetingStance: String, Vocabulary {
    case agree
    case disagree
    case abstain
}

/// Why a meeting is over.
package enum MeetingEndReason: String, Vocabulary {
    /// Everybody was heard.
    case completed
    /// A person ended it.
    case person
    /// The turns were used up.
    case turns
    /// The time was used up.
    case minutes
    /// The money was used up.
    case cost
    /// Three turns in a row failed.
    case failures
    /// Nobody was left.
    case deserted
}
