import Domain
import Store

/// A tool of those who speak in a meeting, offered nowhere else.
protocol MeetingTool: CompanyTool {
    func isOffered(in view: MeetingView) -> Bool

    func perform(_ arguments: ToolArguments, _ view: MeetingView, _ desk: Desk) throws -> JSONValue
}

extension MeetingTool {
    func isOffered(in context: TurnContext) -> Bool { context.meeting.map { isOffered(in: $0) } ?? false }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        guard let view = desk.context.meeting else { throw ToolFailure("This is no meeting.") }
        return try perform(arguments, view, desk)
    }
}

extension Desk {
    /// The meeting as it is now.
    func meeting(_ view: MeetingView) throws -> Meeting {
        try Meeting.require(view.meeting.id, of: company, in: transaction)
    }
}
