import Domain
import Store

/// Names who speaks next.
struct GiveFloor: MeetingTool {
    let specification = ToolSpecification(
        name: "give_floor", description: "Gives the floor to an attendee after what you say in this turn.",
        parameters: Schema.object(
            [
                "employee_id": Schema.text("The id of whoever shall speak next."),
                "question": Schema.text("What you ask them."),
            ], required: ["employee_id"]))

    var endsTurn: Bool { true }

    func isOffered(in view: MeetingView) -> Bool { view.isDirectedNow }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        let next = try desk.colleague(arguments.optionalString("employee") ?? arguments.string("employee_id"))
        let question = arguments.optionalString("question").map { $0.trimmed.cut(to: 2000) }
        try desk.meeting(view).giveFloor(
            to: next.id, question: question?.isEmpty == true ? nil : question, in: view.turn, desk.transaction)
        return ["next": .string(next.name)]
    }
}
