/// How the floor passes on in a meeting.
package enum MeetingMode: String, Vocabulary {
    case roundRobin = "round-robin"
    case chairDirected = "chair-directed"
    case freeform
}

/// Whether a meeting is still on.
package enum MeetingStatus: String, Vocabulary {
    case active
    case ended
}
