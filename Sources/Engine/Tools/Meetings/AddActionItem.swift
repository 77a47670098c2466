import Domain
import Store

/// Enters what somebody is to do after a meeting.
struct AddActionItem: MeetingTool {
    let specification = ToolSpecification(
        name: "add_action_item", description: "Records what somebody is to do after this meeting; it can become a ticket.",
        parameters: Schema.object(
            [
                "title": Schema.text("What is to be done, in a few words."),
                "owner_id": Schema.text("The id of whoever does it."),
                "due_in_days": ["type": "integer", "description": "Within how many days; left out when it is open."],
                "priority": Schema.word(Priority.self, "How urgent it is; medium unless given."),
                "description": Schema.text("What is needed, and when it is good."),
            ], required: ["title", "owner_id"]))

    func isOffered(in view: MeetingView) -> Bool { view.isChair && view.turn.phase != .positions }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        let owner = try desk.colleague(arguments.optionalString("owner") ?? arguments.string("owner_id"))
        let days = arguments["due_in_days"]?.integer ?? arguments.optionalString("due_in_days").flatMap { Int64($0.trimmed) }
        if let days, !(0...3650).contains(days) { throw ToolFailure("“due_in_days” must be from 0 to 3650.") }
        let item = ActionItem(
            title: try arguments.string("title").trimmed.cut(to: 200), assigneeID: owner.id,
            priority: try arguments.word("priority", as: Priority.self, default: .medium),
            description: arguments.optionalString("description").map { $0.cut(to: 8000) },
            dueAt: days.map { desk.transaction.now + .seconds($0 * 86_400) })
        let number = try desk.meeting(view).addItem(item, in: desk.transaction)
        return ["number": .integer(Int64(number)), "owner": .string(owner.name)]
    }
}
