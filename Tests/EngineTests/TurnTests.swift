import Domain
import Engine
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TurnTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test(arguments: [
        "```json\n{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"x\"}}\n```",
        "I will write it.\n```\n{\"tool\": \"write_document\", \"parameters\": {\"name\": \"a.md\", \"content\": \"x\",}}\n```",
        "<tool_call>{\"name\": \"write_document\", \"arguments\": \"{\\\"name\\\": \\\"a.md\\\", \\\"content\\\": \\\"x\\\"}\"}</tool_call>",
        "{\"function\": {\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"two\nlines\"}}}",
        "```json\n{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"never closed\"}}",
        "{{\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"doubled {braces}\"}}}",
        "I write.\nfunctions.write_document({\"name\": \"a.md\", \"content\": \"x\"})",
        "```python\nwrite_document(name=\"a.md\", content='x')\n```",
        "{'name': 'write_document', 'arguments': {'name': 'a.md', 'content': \"it's\"}}",
        "[TOOL_CALLS]write_document[ARGS]{\"name\": \"a.md\", \"content\": \"x\"}",
        "<function=write_document>{\"name\": \"a.md\", \"content\": \"x\"}</function>",
        "<tool_call>\n<function=write_document>\n<parameter=name>\na.md\n</parameter>\n<parameter=content>\nx\n</parameter>\n"
            + "</function>\n</tool_call>",
        "<think>write_document(name=\"b.md\")?</think>\n{\"name\": \"write_document\", \"arguments\": "
            + "{\"name\": \"a.md\", \"content\": \"x\"}}",
        "First {this}, then {\"name\": \"write_document\", \"arguments\": {\"name\": \"a.md\", \"content\": \"x\"",
    ])
    func `a call written into the text is made`(text: String) async throws {
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let model = ScriptedModel([.say(text), .call("complete_ticket", ["result": "Done.", "files": []])])
        try await office.work(with: model) { try TicketReview.pending(on: ticket.id, in: $0) != nil }
        #expect(try await office.all(VaultFile.self).map(\.originalName) == ["a.md"])
    }

    @Test func `a fence that names no tool stays text`() async throws {
        let thread = try await office.say("Show me JSON", to: office.writer)
        let text = "```json\n{\"name\": \"rm\", \"arguments\": {}}\n```"
        try await office.workUntilIdle(with: ScriptedModel([.say(text)]))
        #expect(try await messages(thread).last?.content == text)
        #expect(try await office.all(ToolCallRecord.self).isEmpty)
    }

    @Test(arguments: [
        ("write_document", "{}", "name"), ("write_document", #"{"name": "a.md"}"#, "content"),
        ("write_document", #"{"name": "a.md", "content": "…"}"#, "still to be written"),
        ("complete_ticket", #"{"result": "Done."}"#, "write_document"), ("no_such_tool", "{}", "no tool"),
        ("write_document", "not json at all", "JSON object"), ("review_ticket", #"{"outcome": "approved"}"#, "no use"),
        ("write_document", #"{"name": "a.exe", "content": "x", "format": "exe"}"#, "format"),
        ("comment_on_ticket", #"{"ticket_id": "nope", "comment": "x"}"#, "no ticket"),
    ])
    func `a wrong call is told what is wrong and leaves nothing behind`(
        name: String, arguments: String, hint: String
    ) async throws {
        _ = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([.callRaw(name, arguments)])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM tool_calls") }
        let call = try #require(try await office.all(ToolCallRecord.self).first)
        #expect(call.status == .error)
        #expect(call.error?.contains(hint) == true, "\(call.error ?? "")")
        #expect(try await office.all(VaultFile.self).isEmpty)
    }

    @Test func `the same call for ever ends the turn and blocks the ticket`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([], otherwise: .call("search_files", ["query": "x"]))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 4)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.ticket(ticket.id).blockedReason?.contains("search_files") == true)
        #expect(try await office.broken() == [])
    }

    @Test func `a turn that leads nowhere after it has handed the work on is no failure`() async throws {
        let ticket = try await office.file("Split", for: office.manager)
        let part: JSONValue = ["title": "Part", "description": "x", "assignee_id": .string(office.writer.id.rawValue)]
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                if request.system.contains("You are Grace") { return .call("create_ticket", part) }
                return .call("ask_human", ["question": "What is it about?"])
            })
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .inProgress)
        #expect(try await office.all(Ticket.self).map(\.title) == ["Split", "Part"])
        #expect(try await office.broken() == [])
    }

    @Test func `ever new calls end at the limit of steps`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([], otherwise: .decide { .call("search_files", ["query": .string("\($0.messages.count)")]) })
        try await office.workUntilIdle(with: model, limits: WorkLimits(steps: 6))
        #expect(model.requests.count == 6)
        #expect(try await office.ticket(ticket.id).status == .blocked)
    }

    @Test func `a model that only talks is reminded, and then the ticket says why it stands still`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([], otherwise: .say("I will do it tomorrow."))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 3)
        guard case .user(let reminder)? = model.requests.last?.messages.last else { return #expect(Bool(false)) }
        #expect(reminder.contains("complete_ticket"))
        #expect(reminder.contains(#"{"arguments":{"content":"…","name":"report.md"},"name":"write_document"}"#))
        #expect(try await office.ticket(ticket.id).status == .blocked)
    }

    @Test func `work that needs changes goes back, and after three rounds to a person`() async throws {
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                if request.tools.contains(where: { $0.name == "review_ticket" }) {
                    return .call("review_ticket", ["outcome": "changes requested", "comment": "More numbers."])
                }
                if case .toolResult? = request.messages.last {
                    return .call("complete_ticket", ["result": "Done.", "files": []])
                }
                return .call("write_document", ["name": "a.md", "content": "x"])
            })
        try await office.workUntilIdle(with: model)
        #expect(
            try await office.all(TicketReview.self).map(\.status) == [.changesRequested, .changesRequested, .changesRequested])
        #expect(try await office.ticket(ticket.id).status == .blocked)

        // A person who has looked and lets it go on gives it three more.
        try await office.store.write { transaction in
            try Ticket.require(ticket.id, of: office.company.id, in: transaction)
                .unblock(cause: .manual, by: .user(office.owner.id.rawValue), chain: .root, in: transaction)
        }
        try await office.workUntilIdle(with: model)
        #expect(try await office.all(TicketReview.self).count == 6)
        #expect(try await office.ticket(ticket.id).status == .blocked)
    }

    @Test func `a tool that is denied is not offered and not run`() async throws {
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "UPDATE employees SET tools_denied_json = '[\"ask_human\"]' WHERE id = \(office.writer.id)")
        }
        _ = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([.call("ask_human", ["question": "May I?"])])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM tool_calls") }
        #expect(try await office.all(ToolCallRecord.self).first?.status == .denied)
        #expect(try await office.all(Question.self).isEmpty)
        #expect(model.requests.first?.tools.contains { $0.name == "ask_human" } == false)
    }

    @Test func `a transient failure is tried again, a lasting one is told to the people`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([
            .fail(ModelError(.rateLimited, "Slow down.", status: 429, retryAfter: .seconds(5))),
            .breakAfter("Good mor", ModelError(.brokenStream, "It broke off.")),
            .say("Good morning."),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await messages(thread).map(\.content) == ["Hello", "Good morning."])
        #expect(try await office.all(Run.self).map(\.status) == [.error, .error, .success])

        let other = try await office.say("And you?", to: office.engineer)
        try await office.workUntilIdle(
            with: ScriptedModel([], otherwise: .fail(ModelError(.unauthorized, "The key was refused.", status: 401))))
        #expect(try await messages(other).last?.content.contains("The key was refused.") == true)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [(FinishReason.length, "cut off"), (.contentFilter, "content filter")])
    func `an answer that is not whole says why`(reason: FinishReason, hint: String) async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let ticket = try await office.file("Write", for: office.engineer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .end("Once upon", reason)))
        #expect(try await messages(thread).last?.content.contains(hint) == true)
        #expect(try await office.ticket(ticket.id).blockedReason?.contains(hint) == true)
        #expect(try await office.broken() == [])
    }

    @Test func `a person is never answered with nothing`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.say(" ")], otherwise: .say("Good morning."))
        try await office.workUntilIdle(with: model)
        #expect(try await messages(thread).map(\.content) == ["Hello", "Good morning."])

        let other = try await office.say("And you?", to: office.engineer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("")))
        #expect(try await messages(other).last?.content.contains("Nothing was said") == true)
    }

    @Test func `an answer without an end is ended, once, and not kept whole`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([], otherwise: .say(String(repeating: "more ", count: 100_000)))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        let last = try #require(try await messages(thread).last)
        #expect(last.content.contains("far longer than the 4096 tokens"))
        #expect(last.content.utf8.count < 25_000)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [
        ModelError(.unauthorized, "The key was refused.", status: 401),
        ModelError(.invalidRequest, "No such model.", status: 404),
    ])
    func `a call that was refused costs nothing`(error: ModelError) async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.fail(error)]))
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.promptTokens == 0)
        #expect(run.costUsd == .zero)
        #expect(try await office.broken() == [])
    }

    @Test func `where no usage is reported, calls and what was read count`() async throws {
        _ = try await office.file("Write", for: office.writer)
        let document = String(repeating: "four", count: 1000)
        let model = ScriptedModel([.silently("write_document", ["name": "a.md", "content": .string(document)]), .hang])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM run_steps") }
        let step = try #require(try await office.all(RunStep.self).first)
        #expect(step.completionTokens > 1000)
        #expect(step.promptTokens > 1000)  // the tools that are offered alone are more
    }

    @Test func `a run costs what its tokens cost, to the nano-dollar`() async throws {
        _ = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.call("list_colleagues", [:]), .say("Hi.")]))
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.promptTokens == 2000)
        #expect(run.completionTokens == 200)
        #expect(run.costUsd.description == "0.009")
        #expect(try await office.all(BudgetLedgerEntry.self).map(\.amountUsd.description) == ["0.009", "0.009"])
    }

    private func messages(_ thread: Thread.ID) async throws -> [Message] {
        try await office.store.read { try Message.latest(of: thread, limit: 50, in: $0) }
    }
}
