extension EmployeeStatus {
    /// What decides what an employee is said to be doing.
    package struct Facts: Hashable, Sendable {
        /// A run of theirs is open.
        package var isWorking: Bool
        /// The answer of an open run's model call is arriving.
        package var isStreaming: Bool
        /// They are held alone, for anything but money, or a person holds the whole company.
        package var isHeld: Bool
        /// They attend a meeting that is on.
        package var isMeeting: Bool
        /// A ticket of theirs is blocked, or their budget is used up.
        package var isBlocked: Bool

        package init(
            isWorking: Bool = false, isStreaming: Bool = false, isHeld: Bool = false, isMeeting: Bool = false,
            isBlocked: Bool = false
        ) {
            self.isWorking = isWorking
            self.isStreaming = isStreaming
            self.isHeld = isHeld
            self.isMeeting = isMeeting
            self.isBlocked = isBlocked
        }
    }

    /// What goes on now comes before what keeps the employee from it, and that before what waits.
    package init(_ facts: Facts) {
        if facts.isWorking {
            self = facts.isStreaming ? .streaming : .thinking
        } else if facts.isHeld {
            self = .offline
        } else if facts.isMeeting {
            self = .meeting
        } else {
            self = facts.isBlocked ? .blocked : .idle
        }
    }
}
