import Domain
import Store

/// Enters what a meeting has decided.
struct RecordDecision: MeetingTool {
    let specification = ToolSpecification(
        name: "record_decision", description: "Records something that this meeting has decided, for its minutes.",
        parameters: Schema.object(["decision": Schema.text("What was decided, in one sentence.")], required: ["decision"]))

    func isOffered(in view: MeetingView) -> Bool { view.isChair && view.turn.phase != .positions }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        let text = try arguments.optionalString("text") ?? arguments.string("decision")
        try desk.meeting(view).decide(text, in: desk.transaction)
        return ["recorded": true]
    }
}
