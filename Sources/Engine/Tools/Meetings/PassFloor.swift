import Domain
import Store

/// Lets a turn go by.
struct PassFloor: MeetingTool {
    let specification = ToolSpecification(
        name: "pass_floor", description: "Says that you have nothing to add, and lets the next speak.",
        parameters: Schema.object([:]))

    var endsTurn: Bool { true }

    func isOffered(in view: MeetingView) -> Bool { view.turn.phase == .discussion && !view.turn.reason.isOfPerson }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        try desk.meeting(view).pass(in: view.turn, desk.transaction)
        return ["passed": true]
    }
}
