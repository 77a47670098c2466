extension Meeting {
    /// Something that the chair recorded as decided.
    package struct Decision: Codable, Hashable, Sendable {
        package var text: String
        package var at: Timestamp

        package init(text: String, at: Timestamp) {
            self.text = text
            self.at = at
        }
    }

    /// Where an attendee stands, and why.
    package struct Position: Codable, Hashable, Sendable {
        package var employeeID: Employee.ID
        package var stance: MeetingStance
        package var reason: String

        package enum CodingKeys: String, CodingKey {
            case employeeID = "employee_id"
            case stance
            case reason
        }

        package init(employeeID: Employee.ID, stance: MeetingStance, reason: String) {
            self.employeeID = employeeID
            self.stance = stance
            self.reason = reason
        }
    }

    /// That somebody left before the end, for good or for a while.
    package struct Departure: Codable, Hashable, Sendable {
        package var employeeID: Employee.ID
        package var name: String
        package var reason: String
        package var at: Timestamp
        /// When they came back.
        package var returnedAt: Timestamp?

        package enum CodingKeys: String, CodingKey {
            case employeeID = "employee_id"
            case name
            case reason
            case at
            case returnedAt = "returned_at"
        }

        package init(employeeID: Employee.ID, name: String, reason: String, at: Timestamp, returnedAt: Timestamp? = nil) {
            self.employeeID = employeeID
            self.name = name
            self.reason = reason
            self.at = at
            self.returnedAt = returnedAt
        }
    }

    /// A turn that a person asked for and that nobody has had yet.
    package struct Request: Codable, Hashable, Sendable {
        /// Whom it is for; the chair when nobody.
        package var employeeID: Employee.ID?
        /// What the person said.
        package var messageID: Message.ID?
        package var question: String?

        package enum CodingKeys: String, CodingKey {
            case employeeID = "employee_id"
            case messageID = "message_id"
            case question
        }

        package init(employeeID: Employee.ID? = nil, messageID: Message.ID? = nil, question: String? = nil) {
            self.employeeID = employeeID
            self.messageID = messageID
            self.question = question
        }
    }
}
