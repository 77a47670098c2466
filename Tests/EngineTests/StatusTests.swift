import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// What employees are said to be doing.
@Suite(.timeLimit(.minutes(10)))
struct StatusTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test(arguments: [
        (EmployeeStatus.Facts(), EmployeeStatus.idle), (.init(isBlocked: true), .blocked),
        (.init(isMeeting: true, isBlocked: true), .meeting), (.init(isHeld: true, isMeeting: true), .offline),
        (.init(isWorking: true, isHeld: true, isMeeting: true, isBlocked: true), .thinking),
        (.init(isWorking: true, isStreaming: true), .streaming), (.init(isStreaming: true), .idle),
    ])
    func `the status follows from the facts`(facts: EmployeeStatus.Facts, status: EmployeeStatus) {
        #expect(EmployeeStatus(facts) == status)
    }

    @Test func `an answer that arrives for a while is streaming, and a short one costs no word`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = SlowSpeaker(office.time, pieces: ["One ", "two ", "three ", "four "])
        try await office.steer(model) { try await $0.untilIdle() }
        #expect(try await changes() == [.thinking, .streaming, .idle])
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await changes() == [.thinking, .streaming, .idle, .thinking, .idle])
        #expect(try await office.broken() == [])
    }

    @Test func `between two calls of a turn nobody is streaming`() async throws {
        _ = try await office.file("Write", for: office.writer)
        let model = SlowSpeaker(
            office.time, pieces: ["One ", "two ", "three "], then: ScriptedModel([.call("ask_human", ["question": "Why?"])]))
        try await office.steer(model) { try await $0.untilIdle() }
        #expect(try await changes() == [.thinking, .streaming, .thinking, .blocked])
    }

    @Test func `whoever attends a meeting is in it until it ends`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let hold = WorkHold.Draft(.meeting, ref: "m", on: office.company.id)
        try await office.store.write { [office] transaction in
            try transaction.insert(
                Meeting(
                    id: Meeting.ID("m"), companyID: office.company.id, threadID: thread, chairID: office.writer.id,
                    startedAt: transaction.now))
            try WorkHold.place(hold, by: .orchestrator, in: transaction)
        }
        #expect(try await office.status(of: office.writer) == .meeting)
        #expect(try await office.status(of: office.engineer) == .idle)
        try await office.store.write { try WorkHold.lift(hold, by: .orchestrator, in: $0) }
        #expect(try await office.status(of: office.writer) == .idle)
    }

    @Test func `a person's pause and an archive take everybody off, a budget does not`() async throws {
        let company = office.company.id
        try await office.store.write { try WorkHold.place(.init(.budget, ref: "b", on: company), by: .orchestrator, in: $0) }
        #expect(try await office.status(of: office.writer) == .idle)
        try await office.store.write { try Company.archive(company, by: .orchestrator, in: $0) }
        #expect(try await office.status(of: office.writer) == .offline)
        try await office.store.write { try Company.restore(company, by: .orchestrator, in: $0) }
        #expect(try await changes() == [.offline, .idle])
        let hired = try await office.store.write { transaction in
            try Company.pause(company, by: .orchestrator, in: transaction)
            return try Employee.hire(
                .init(rolePackID: "test", roleID: "x", roleMdSha: "", level: .ic, name: "Mira", title: "X"), into: company,
                by: .orchestrator, in: transaction)
        }
        #expect(hired.status == .offline)
        #expect(try await office.broken() == [])
    }

    @Test func `a blocked ticket that is given to another takes the block along`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] transaction in
            try ticket.block("Why?", by: .orchestrator, in: transaction)
            _ = try Question.ask(
                "Why?", by: office.writer.id, on: ticket, thread: nil, run: nil, company: office.company.id, in: transaction)
        }
        #expect(try await office.status(of: office.writer) == .blocked)
        try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0).assign(
                to: office.engineer.id, by: .user(office.owner.id), in: $0)
        }
        #expect(try await office.status(of: office.writer) == .idle)
        #expect(try await office.status(of: office.engineer) == .blocked)
    }

    @Test func `a start mends what another program left wrong`() async throws {
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE employees SET status = 'streaming'")
            _ = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction)
        }
        #expect(try await office.broken() == [])
        #expect(try await office.status(of: office.writer) == .idle)
    }

    @Test(arguments: 1...12)
    func `the status is right after whatever has happened`(seed: UInt64) async throws {
        let random = Mutex(SeededRandom(seed: seed))
        let (company, owner, people) = (
            office.company.id, office.owner.id, [office.chief, office.manager, office.writer, office.engineer]
        )
        for boot in 0..<60 {
            let (what, who) = random.withLock { (Int($0.next() % 11), people[Int($0.next() % 4)]) }
            try await office.store.write { transaction in
                let actor = EventActor.user(owner.rawValue)
                let ticket = try transaction.select(Ticket.self, "WHERE status <> 'done' ORDER BY random() LIMIT 1").first
                switch what {
                case 0:
                    let draft = Ticket.Draft(title: "T", assignee: who.id)
                    _ = try Ticket.file(draft, in: company, by: .user(owner), transaction)
                case 1: try ticket?.block("Because.", by: actor, in: transaction)
                case 2: try ticket?.unblock(cause: .manual, by: actor, chain: .root, in: transaction)
                case 3: try ticket?.close(by: actor, in: transaction)
                case 4: try ticket?.assign(to: who.id, by: .user(owner), in: transaction)
                case 5: try Company.pause(company, by: actor, in: transaction)
                case 6: try Company.resume(company, by: actor, in: transaction)
                case 7: try Employee.pause(who.id, of: company, by: actor, in: transaction)
                case 8: try Employee.resume(who.id, of: company, by: actor, in: transaction)
                case 9:
                    let epoch = try ServerEpoch.begin(bootID: "\(boot)", process: 1, in: transaction).epoch.epoch
                    for work in try WakeupRequest.claim(2, lease: .init(epoch: epoch), in: transaction) {
                        let run = try Run.begin(work, provider: "p", model: "m", practice: true, in: transaction)
                        if who.level == .ic { try run.noteStreaming(since: transaction.now, in: transaction) }
                    }
                default: _ = try WorkStop.ask(forAllOf: who, by: .user(owner), in: transaction)
                }
                #expect(try Employee.misjudged(of: company, in: transaction) == [], "after \(what)")
            }
        }
    }

    /// The writer's, in order.
    private func changes() async throws -> [EmployeeStatus] {
        let id = office.writer.id.rawValue
        return try await office.store.read { [office] transaction in
            try Event.page(of: office.company.id, after: 0, limit: 10_000, in: transaction)
                .filter { $0.eventType == "employee.status_changed" && $0.payload.value?["employee_id"]?.string == id }
                .compactMap { $0.payload.value?["status"]?.string.flatMap(EmployeeStatus.init(rawValue:)) }
        }
    }
}

/// A model that takes two tenths of a second of the test's clock for each piece of its first answer.
private final class SlowSpeaker: ModelProvider {
    private let time: ManualTime
    private let pieces: [String]
    private let next: ScriptedModel
    private let count = Mutex(0)

    init(_ time: ManualTime, pieces: [String], then next: ScriptedModel = ScriptedModel([])) {
        self.time = time
        self.pieces = pieces
        self.next = next
    }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let isFirst = count.withLock { count in
            count += 1
            return count == 1
        }
        guard isFirst else { return try await next.stream(request, onEvent: onEvent) }
        for piece in pieces {
            try await onEvent(.text(piece))
            time.advance(by: .milliseconds(200))
        }
        try await onEvent(.finish(.stop))
    }
}
