import Domain
import Store

/// Ends the discussion, so that everybody says where they stand and the chair closes.
struct CloseDiscussion: MeetingTool {
    let specification = ToolSpecification(
        name: "close_discussion", description: "Ends the discussion; the attendees state their positions next.",
        parameters: Schema.object([:]))

    var endsTurn: Bool { true }

    func isOffered(in view: MeetingView) -> Bool { view.isDirectedNow && view.turn.phase == .discussion }

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue {
        try desk.meeting(view).closeDiscussion(in: view.turn, desk.transaction)
        return ["closed": true]
    }
}
