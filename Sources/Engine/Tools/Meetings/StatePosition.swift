import Domain
import Store

/// Enters where an attendee stands.
struct StatePosition: MeetingTool {
    let specification = ToolSpecification(
        name: "state_position",
        description: "Records where you stand on what this meeting proposes, for its minutes. “disagree” is kept as a dissent.",
        parameters: Schema.object(
            ["stance": Schema.word(MeetingStance.self, "Your stance."), "reason": Schema.text("Why, in one sentence.")],
            required: ["stance", "reason"]))

    func isOffered(in view: MeetingView) -> Bool {
        !view.isChair && (view.turn.phase == .positions || view.turn.phase == .discussion)
    }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        let position = Meeting.Position(
            employeeID: desk.employee.id, stance: try arguments.word("stance", as: MeetingStance.self),
            reason: try arguments.string("reason").cut(to: 2000))
        try desk.meeting(view).state(position, in: desk.transaction)
        return ["recorded": .string(position.stance.rawValue), "next": "Say it now, in a sentence."]
    }
}
