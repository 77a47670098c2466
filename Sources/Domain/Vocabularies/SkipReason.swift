/// Why work was passed over, or not let into the queue.
package enum SkipReason: String, Vocabulary {
    /// The same work waits already.
    case deduplicated
    /// The cause has led to its one piece of work before.
    case known
    /// The chain of causes comes back to the same employee and ticket, and nothing of the ticket has changed.
    case causalLoop = "causal_loop"
    /// The chain of causes has come to the same employee, ticket and cause too often.
    case pingPong = "ping_pong"
    /// Colleagues have woken one another by messages too often in a row.
    case chatter
    /// The person's wish at the root has led to as much work as one may.
    case workLimit = "work_limit"
    /// A person paused the company.
    case companyPaused = "company_paused"
    /// A person paused the employee.
    case employeePaused = "employee_paused"
    /// A meeting is on.
    case meeting
    /// A budget policy has been used up.
    case budget
    /// It is the time of day at which the company rests.
    case quietHours = "quiet_hours"
    /// The company was closed down.
    case archived
    /// The employee no longer works here.
    case departed
    /// The employee only reads along where they were named.
    case observer
    /// The message called on more employees than one message wakes.
    case crowd
    /// The ticket of the routine's run before is still open.
    case previousOpen = "previous_open"
    /// A later run of the routine is due as well, and stands for all before it.
    case missed

    /// Whether the work is not in the queue at all.
    package var isRefusal: Bool {
        switch self {
        case .causalLoop, .pingPong, .chatter, .workLimit, .departed, .observer, .crowd, .previousOpen, .missed: true
        case .deduplicated, .known, .companyPaused, .employeePaused, .meeting, .budget, .quietHours, .archived: false
        }
    }
}
