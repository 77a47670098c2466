import Domain
import Store

extension TurnContext {
    /// The work on the ticket up to where a colleague was asked.
    var askingHistory: [ModelMessage] {
        guard !askingSteps.isEmpty else { return [] }
        return askingSteps.flatMap { [.assistant(text: $0.text, toolCalls: $0.toolCalls.value)] + $0.results.value }
            + [.user("What your colleagues said to what you asked stands at the beginning. Go on where you stopped.")]
    }
}

extension Situation {
    /// What the employee had asked colleagues, with what they answered, where that does not stand in the conversation itself.
    static func answerBlocks(_ context: TurnContext) -> [ContextBlock] {
        let shown = Set(context.isConversation ? context.messages.map(\.id) : [])
        return context.outcomes.map { outcome in
            let isThere = outcome.answers.last.map { shown.contains($0.id) } ?? false
            let who = outcome.colleague.map { name($0.rawValue, context) } ?? "a colleague"
            let asked = outcome.question.map { " “\($0.content.inOneLine.cut(to: 400))”" } ?? ""
            let said = outcome.answers.map { ContextTurn(id: $0.id, author: who, text: context.text(of: $0)).line }
            let nothing = "There is no answer: \(outcome.enquiry.reason ?? "nothing was said.")"
            return ContextBlock(
                .answer, .critical, origins: [ContextOrigin("enquiries", outcome.enquiry.id.rawValue, who)], cutting: .words,
                irrelevant: isThere,
                "## What you asked \(who)\(asked)\n" + (said.isEmpty ? nothing : said.joined(separator: "\n")))
        }
    }
}
