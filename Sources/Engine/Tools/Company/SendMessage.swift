import Domain
import Store

/// Writes to a colleague, who is woken by it.
struct SendMessage: CompanyTool {
    let specification = ToolSpecification(
        name: "send_message",
        description:
            "Writes a message to a colleague, who will read it and may answer. Work is given with create_ticket, not with a message.",
        parameters: Schema.object(
            ["recipient_id": Schema.text("The colleague's id."), "message": Schema.text("What you have to say.")],
            required: ["recipient_id", "message"]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let recipient = try desk.colleague(arguments.optionalString("recipient_id") ?? arguments.string("recipient"))
        guard recipient.id != desk.employee.id else { throw ToolFailure("You cannot write to yourself.") }
        let thread = try Thread.direct(recipient.id, with: desk.author, of: desk.company, in: desk.transaction)
        let message = try Message.post(
            arguments.string("message"), to: thread, by: desk.author, cause: desk.chain, in: desk.transaction)
        try desk.transaction.record(
            MessageAgentToAgent(
                fromEmployeeID: desk.employee.id, toEmployeeID: recipient.id, threadID: thread.id, messageID: message.id),
            company: desk.company, by: desk.author.actor)
        return ["sent_to": .string(recipient.name), "thread_id": .string(thread.id.rawValue)]
    }
}
