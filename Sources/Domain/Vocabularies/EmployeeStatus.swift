/// What an employee is doing.
package enum EmployeeStatus: String, Vocabulary {
    case idle
    case thinking
    case streaming
    case blocked
    case meeting
    case offline

    /// No longer works here; nobody says so but the dismissal itself, and nothing follows it.
    case fired

    // Words that databases of the product's earlier life hold; they are no longer written.
    case archived
    case error

    /// Whether this is how somebody is marked who no longer works here.
    package var isDeparture: Bool { self == .fired || self == .archived }

    package static let writable: [Self] = [.idle, .thinking, .streaming, .blocked, .meeting, .offline]
}
