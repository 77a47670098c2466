import Domain
import Store

/// What counts as said in a turn of a meeting.
enum MeetingAnswer {
    /// The answer; where it is empty, the last words that came beside a tool call, and else the question with which the floor
    /// was given.
    static func text(_ answer: String, in turn: Turn, _ transaction: any Transaction) throws -> String {
        guard answer.isEmpty, let view = turn.start.context.meeting else { return answer }
        for case .assistant(let text, _) in turn.history.reversed() where !text.trimmed.isEmpty { return text.trimmed }
        guard let row = try transaction.find(Meeting.Turn.self, view.turn.id), let next = row.givesTo else { return "" }
        let name = view.present.first { $0.id == next }?.name ?? ""
        return row.givesQuestion.map { "\(name): \($0)" } ?? "\(name) has the floor."
    }

    /// What is missing from it, or `nil` when it will do.
    static func missing(after said: String, _ view: MeetingView, _ transaction: any Transaction) throws -> Expectation.Lack? {
        guard said.isEmpty else { return nil }
        let row = try transaction.find(Meeting.Turn.self, view.turn.id)
        guard row?.isPass != true else { return nil }
        return Expectation.Lack(
            advice: "You have not said anything yet. Say it now, in a few sentences, without calling a tool.",
            fact: "Nothing was said.")
    }
}
