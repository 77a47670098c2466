import Domain
import Store

/// Writes to a colleague, to a group, or to the person who owns the company.
struct SendMessage: CompanyTool {
    let specification = ToolSpecification(
        name: "send_message",
        description:
            "Writes a message to a colleague, who will read it and may answer; to a group that you take part in, where you name "
            + "with @ who shall answer; or to the owner of the company. Work is given with create_ticket, not with a message.",
        parameters: Schema.object(
            [
                "recipient_id": Schema.text("The colleague's id, a group's id or name, or “owner”."),
                "message": Schema.text("What you have to say."),
            ],
            required: ["recipient_id", "message"]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let words = try arguments.string("message")
        switch try desk.addressee(arguments.optionalString("recipient_id") ?? arguments.string("recipient")) {
        case .owner(let owner): return try write(words, to: owner, desk)
        case .group(let group): return try write(words, to: group, desk)
        case .colleague(let colleague): return try write(words, to: colleague, desk)
        }
    }

    private func write(_ words: String, to owner: Operator, _ desk: Desk) throws -> JSONValue {
        let thread = try Thread.direct(desk.employee.id, with: .user(owner.id), of: desk.company, in: desk.transaction)
        try Message.post(words, to: thread, by: desk.author, cause: desk.chain, in: desk.transaction)
        return [
            "sent_to": .string(owner.displayName), "thread_id": .string(thread.id.rawValue),
            "note": "They read it when they look. For a decision that your work waits for, use ask_human.",
        ]
    }

    private func write(_ words: String, to group: Thread, _ desk: Desk) throws -> JSONValue {
        try Message.post(words, to: group, by: desk.author, cause: desk.chain, errand: desk.errand, in: desk.transaction)
        return ["sent_to": .string(group.subject ?? "the group"), "thread_id": .string(group.id.rawValue)]
    }

    private func write(_ words: String, to colleague: Employee, _ desk: Desk) throws -> JSONValue {
        guard colleague.id != desk.employee.id else { throw ToolFailure("You cannot write to yourself.") }
        let thread = try Thread.direct(colleague.id, with: desk.author, of: desk.company, in: desk.transaction)
        // Whoever asked hears all of it at once, when the turn that answers them is over.
        let question = try Enquiry.open(in: desk.context.work.id, in: desk.transaction).last {
            try $0.askerID == colleague.id && Message.isFound($0.messageID, in: thread.id, desk.transaction)
        }
        let message = try Message.post(
            words, to: thread, by: desk.author, answering: question?.messageID, cause: desk.chain, errand: desk.errand,
            in: desk.transaction)
        try desk.transaction.record(
            MessageAgentToAgent(
                fromEmployeeID: desk.employee.id, toEmployeeID: colleague.id, threadID: thread.id, messageID: message.id),
            company: desk.company, by: desk.author.actor)
        return [
            "sent_to": .string(colleague.name), "thread_id": .string(thread.id.rawValue),
            "note": .string(try note(on: colleague, thread, isAnswer: question != nil, desk)),
        ]
    }

    private func note(on colleague: Employee, _ thread: Thread, isAnswer: Bool, _ desk: Desk) throws -> String {
        if isAnswer { return "They read it when your turn ends." }
        let isAwaited = try Enquiry.isOpen(from: desk.employee.id, to: colleague.id, in: thread.id, desk.transaction)
        return isAwaited
            ? "Their answer will wake you. If you cannot go on without it, stop here."
            : "They are not woken by it: go on without an answer."
    }
}

extension Desk {
    /// Somebody to write to.
    enum Addressee {
        case colleague(Employee)
        case group(Thread)
        case owner(Operator)
    }

    /// Whom `text` names: the owner, a group of the employee's by id or name, or a colleague.
    ///
    /// - Throws: `ToolFailure`.
    func addressee(_ text: String) throws -> Addressee {
        let wanted = text.trimmed
        let owner = try Operator.owner(in: transaction)
        if wanted == owner.id.rawValue || wanted.lowercased() == "owner" { return .owner(owner) }
        let groups = try employee.groups(in: transaction)
        if let group = groups.first(where: { $0.id.rawValue == wanted }) { return .group(group) }
        do { return .colleague(try colleague(text)) } catch let failure as ToolFailure {
            let named = groups.filter { $0.subject?.lowercased() == wanted.lowercased() }
            if named.count == 1, let group = named.first { return .group(group) }
            if wanted.lowercased() == owner.displayName.lowercased() { return .owner(owner) }
            throw failure
        }
    }
}
