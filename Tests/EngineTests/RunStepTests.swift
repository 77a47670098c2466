import Domain
import Engine
import Store
import TestSupport
import Testing

/// One call of a model, as it is seen from outside: what comes of its pieces, its usage and its failures.
@Suite(.timeLimit(.minutes(10)))
struct RunStepTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `what the model says is passed on piece by piece, under the run and the message that come of it`() async throws {
        let ticket = try await office.file("Write", for: office.engineer)
        let thread = try await office.say("Hello", to: office.writer)
        let live = office.store.feed.subscribe(capacity: 10_000)
        try await office.workUntilIdle(with: PieceModel(["Good ", "mor", "ning."]))
        office.store.feed.finish()
        var pieces: [LiveSignal] = []
        for await case .signal(let piece) in live { pieces.append(piece) }

        let run = try #require(try await office.all(Run.self).first { $0.threadID == thread })
        let own = pieces.filter { $0.runID == run.id }
        #expect(own.map(\.text) == ["Good ", "mor", "ning."])
        let answer = try await office.store.read { try Message.latest(of: thread, limit: 1, in: $0).first }
        #expect(answer?.content == "Good morning.")
        #expect(own.allSatisfy { $0.messageID == answer?.id && $0.threadID == thread && $0.employeeID == office.writer.id })
        #expect(pieces.contains { $0.ticketID == ticket.id && $0.employeeID == office.engineer.id })
        #expect(pieces.allSatisfy { $0.companyID == office.company.id })
    }

    @Test func `an answer is told from its cause to its end, each step once and in order`() async throws {
        try await office.say("Hello", to: office.writer)
        let before = try await office.eventTypes().count
        try await office.workUntilIdle(with: ScriptedModel([.say("Good morning.")]))
        let told = try await office.eventTypes().dropFirst(before).filter { $0 != "employee.status_changed" }
        #expect(told == ["work.started", "run.step", "message.persisted", "work.completed"])
        #expect(try await office.eventTypes().prefix(before).suffix(3) == ["thread.created", "message.persisted", "work.queued"])
    }

    @Test func `an answer without a word is paid for all the same`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("")))
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .error)
        #expect((run.promptTokens, run.completionTokens) == (3000, 300))  // asked, and reminded twice
        #expect(run.costUsd.description == "0.0135")
        #expect(try await office.broken() == [])
    }

    @Test func `an error that is no model's is tried again, and then told`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: BrokenModel())
        let runs = try await office.all(Run.self)
        #expect(runs.count == 4)
        #expect(runs.allSatisfy { $0.status == .error && $0.errorClass == "program" })
        #expect(try await office.said(in: thread).last?.hasPrefix("This could not be finished: ") == true)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [ModelError.Class.brokenStream, .timeout])
    func `what was said before an answer broke off for good is kept, with what happened`(kind: ModelError.Class) async throws {
        let thread = try await office.say("Tell me a tale", to: office.writer)
        let breaking = ScriptedModel.Line.breakAfter("Once upon", ModelError(kind, "It broke off."))
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: breaking))
        let last = try #require(try await office.said(in: thread).last)
        #expect(last.hasPrefix("Once upon\n\n[The answer stops here.]\n\nThis could not be finished: "))
        #expect(last.contains("It broke off."))
        #expect(try await office.said(in: thread).count == 2)
        #expect(try await office.broken() == [])
    }

    @Test func `a first word that is long in coming is no stall`() async throws {
        let office = try await Office(time: ManualTime())
        let thread = try await office.say("Hello", to: office.writer)
        let slow = Meanwhile(ScriptedModel([.say("Good morning.")]), in: [0]) { office.time.advance(by: .seconds(290)) }
        try await office.workUntilIdle(with: slow)
        #expect(try await office.all(Run.self).map(\.status) == [.success])
        #expect(try await office.said(in: thread).last == "Good morning.")
    }

    @Test func `a turn that only uses tools says no more than its result`() async throws {
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "It is written.", "files": []]),
        ])
        try await office.work(with: model) { try TicketReview.pending(on: ticket.id, in: $0) != nil }
        let thread = try #require(try await office.ticket(ticket.id).threadID)
        let said = try await office.said(in: thread)
        #expect(said.count == 1)
        #expect(said.first?.contains("It is written.") == true)
        #expect(try await office.all(TicketReview.self).map(\.result) == ["It is written."])
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .success)
        #expect(run.toolCallsCount == 2)
    }
}

/// Says the same in the same pieces whenever it is asked.
private struct PieceModel: ModelProvider {
    private let pieces: [String]

    init(_ pieces: [String]) { self.pieces = pieces }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        for piece in pieces { try await onEvent(.text(piece)) }
        try await onEvent(.finish(.stop))
    }
}

/// Fails in a way that nobody foresaw.
private struct BrokenModel: ModelProvider {
    private struct Unforeseen: Error {}

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws { throw Unforeseen() }
}
