package import Domain

extension Meeting {
    /// Says something as a person; whom it addresses answers next, or the chair.
    ///
    /// - Throws: ``RuleViolation``, `conflict` when the meeting has ended.
    @discardableResult
    package func interject(
        _ content: String, to employee: Employee.ID? = nil, by author: Author, clientKey: String? = nil,
        in transaction: any Transaction
    ) throws -> Message {
        if let known = try transaction.known(Message.self, clientKey: clientKey, thread: threadID) { return known }
        try requireActive()
        let text = try RuleViolation.nonBlank(content, "content", limit: 20_000)
        if let employee { try requirePresent(employee, field: "to", in: transaction) }
        let message = try say(text, by: author, clientKey: clientKey, in: transaction)
        try heard(message, to: employee, in: transaction)
        return message
    }

    /// Writes a person's words into the meeting's thread.
    @discardableResult
    private func say(
        _ text: String, by author: Author, clientKey: String? = nil, in transaction: any Transaction
    ) throws -> Message {
        let message = Message(
            id: transaction.makeID(), threadID: threadID, authorID: author.id, authorKind: author.kind, content: text,
            createdAt: transaction.now, clientKey: clientKey)
        try message.persist(in: Thread.require(threadID, of: companyID, in: transaction), transaction)
        return message
    }

    /// Takes in what a person said in the meeting's thread.
    func heard(_ message: Message, to employee: Employee.ID?, in transaction: any Transaction) throws {
        try transaction.record(
            MeetingInterjection(meetingID: id, threadID: threadID, messageID: message.id), company: companyID,
            by: Author(kind: message.authorKind, id: message.authorID).actor)
        let addressee = try employee ?? addressee(of: message, transaction)
        try ask(Request(employeeID: addressee, messageID: message.id, question: message.content.cut(to: 2000)), in: transaction)
    }

    /// Lets an attendee speak next, as a person wishes; asked for twice before they do, it is one turn.
    ///
    /// - Throws: ``RuleViolation``, `conflict` when the meeting has ended.
    package func callOn(
        _ employee: Employee.ID, question: String? = nil, by author: Author, in transaction: any Transaction
    ) throws {
        try requireActive()
        try requirePresent(employee, field: "employee_id", in: transaction)
        let question = try question.map { try RuleViolation.nonBlank($0, "question", limit: 2000) }
        let request = Request(employeeID: employee, question: question)
        if try requests.value.contains(request) || waits(for: request, transaction) { return }
        if let question { try say(question, by: author, in: transaction) }
        try transaction.record(
            MeetingCalledOn(meetingID: id, threadID: threadID, employeeID: employee, question: question), company: companyID,
            by: author.actor)
        try ask(request, in: transaction)
    }

    /// Whether the turn that the request asks for was given, and has not begun.
    private func waits(for request: Request, _ transaction: any Transaction) throws -> Bool {
        guard let turn = try currentTurn(in: transaction), turn.reason.isOfPerson, turn.answersID == nil else { return false }
        return try turn.employeeID == request.employeeID && turn.question == request.question && !turn.hasBegun(in: transaction)
    }

    /// Puts the request in, and lets it go before a turn that has not begun.
    private func ask(_ request: Request, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE meetings SET requests_json = \(JSONColumn(requests.value + [request])) WHERE id = \(id)")
        guard let turn = try currentTurn(in: transaction), !turn.reason.isOfPerson, try !turn.hasBegun(in: transaction) else {
            return
        }
        try giveUp(turn, in: transaction)
    }

    /// Lets a turn that has not begun go, as if it had never been given.
    func giveUp(_ turn: Turn, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM meeting_turns WHERE id = \(turn.id)")
        try cancelWork(of: turn, in: transaction)
        try advance(in: transaction)
    }

    private func requirePresent(_ employee: Employee.ID, field: String, in transaction: any Transaction) throws {
        let gone = absent
        guard attendees.value.contains(employee), !gone.contains(employee) else {
            throw RuleViolation.invalid(field: field, reason: "nobody in this meeting has the id “\(employee)”")
        }
    }

    /// Whom of those who are there a person calls on by name.
    private func addressee(of message: Message, _ transaction: any Transaction) throws -> Employee.ID? {
        let gone = absent
        let people = try attendees.value.filter { !gone.contains($0) }.compactMap { try transaction.find(Employee.self, $0) }
        let letter = Letter(
            kind: .meeting, author: message.author, text: message.content,
            people: people.map {
                Addressee(id: $0.id, name: $0.name, title: $0.title, roleID: $0.roleID, level: $0.level, place: .member)
            })
        return Recipient.reach(of: letter).woken.first?.employee
    }
}

extension Meeting.Turn {
    /// Whether anything of the turn has happened that taking it back would lose.
    func hasBegun(in transaction: any Transaction) throws -> Bool {
        guard let wakeupID, let work = try transaction.find(WakeupRequest.self, wakeupID) else { return false }
        return try work.status != .pending
            || transaction.exists("SELECT 1 FROM run_steps WHERE wakeup_id = \(wakeupID)")
    }
}
