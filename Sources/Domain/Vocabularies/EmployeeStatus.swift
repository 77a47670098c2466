/// What an employee is doing.
package enum EmployeeStatus: String, Vocabulary {
    case idle
    case thinking
    case streaming
    case blocked
    case meeting
    case offline

    // Words that databases of the product's earlier life hold; they are no longer written.
    case archived
    case fired
    case error

    package static let writable: [Self] = [.idle, .thinking, .streaming, .blocked, .meeting, .offline]
}
