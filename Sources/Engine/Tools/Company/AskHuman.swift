import Domain
import Store

/// Puts a question to the people who own the company; the ticket waits for the answer.
struct AskHuman: CompanyTool {
    let specification = ToolSpecification(
        name: "ask_human",
        description:
            "Asks the people who own the company, when a decision truly needs a person. Your ticket waits for the answer, then you "
            + "go on. Kinds: text for words, choice with options, approval for a yes or no, file when you need a file from them.",
        parameters: Schema.object(
            [
                "question": Schema.text("The question, with all that is needed to answer it."),
                "kind": Schema.word(QuestionKind.self, "The kind of answer; text unless given."),
                "options": Schema.list("The answers to choose from, for the kind choice."),
            ], required: ["question"]))

    var endsTurn: Bool { true }

    /// A reviewer decides, and may send back what cannot be decided.
    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = desk.context.isOwnTicket ? try desk.ticket(nil) : nil
        let question = try Question.ask(
            arguments.string("question"), kind: arguments.word("kind", as: QuestionKind.self, default: .text),
            options: arguments.strings("options"), by: desk.employee.id, on: ticket, thread: desk.context.thread?.id,
            run: desk.run.id,
            company: desk.company, in: desk.transaction)
        return ["question_id": .string(question.id.rawValue), "status": "waiting for an answer"]
    }
}
