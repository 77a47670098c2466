/// Why a piece of work has not begun.
package enum WaitReason: String, Vocabulary {
    /// The company was closed down.
    case archived
    /// A person paused the company.
    case companyPaused = "company_paused"
    /// A budget policy has been used up.
    case budget
    /// It is the time of day at which the company rests.
    case quietHours = "quiet_hours"
    /// A meeting is on.
    case meeting
    /// A person paused the employee.
    case employeePaused = "employee_paused"
    /// A person blocked the ticket by hand.
    case ticketBlocked = "ticket_blocked"
    /// The goal that the ticket is for was given up.
    case goalAbandoned = "goal_abandoned"
    /// It is not to begin before its time.
    case scheduled
    /// It failed, and is tried again at its time.
    case retry
    /// The employee does something else.
    case employeeBusy = "employee_busy"
    /// Somebody is speaking in its thread.
    case threadBusy = "thread_busy"
    /// Somebody has the ticket.
    case lease
    /// The provider has as many turns as it may have.
    case cap
    /// The provider has failed, and is left alone for a while.
    case provider
    /// The key of its provider is a secret, and the secrets cannot be opened.
    case secrets
    /// Its meeting begins when the company's other work has come to rest.
    case draining
    /// As many turns go on as may.
    case slot
    /// Nothing; it is taken in its order.
    case order
}
