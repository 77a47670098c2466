import Domain
import Engine
import Logging
import ServiceLifecycle
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DispatcherTests {
    @Test func `as many turns go on at the same time as there are slots`() async throws {
        let office = try await Office()
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("Hello", to: employee)
        }
        let model = TogetherModel(2, of: 4)
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 2))
        #expect(model.most == 2)
        #expect(try await office.all(Run.self).map(\.status) == [.success, .success, .success, .success])
    }

    @Test func `an employee answers one thing after the other, beside the others`() async throws {
        let office = try await Office()
        try await office.say("Hello", to: office.writer)
        try await office.say("And another thing", to: office.writer)
        try await office.say("Hello", to: office.engineer)
        let model = TogetherModel(2, of: 3)
        try await office.workUntilIdle(with: model)
        #expect(model.most == 2)
        #expect(model.mostOfOne == 1)
    }

    @Test func `no more calls go to a provider than its row allows`() async throws {
        let office = try await Office()
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE providers SET config_json = '{\"concurrency_cap\": 2}'")
        }
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("Hello", to: employee)
        }
        let model = TogetherModel(2, of: 4)
        try await office.workUntilIdle(with: model)
        #expect(model.most == 2)
        #expect(try await office.broken() == [])
    }

    @Test func `whoever waits for a provider when the server stops goes on after the next start`() async throws {
        let office = try await Office()
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE providers SET config_json = '{\"concurrency_cap\": 1}'")
        }
        try await office.say("Hello", to: office.writer)
        try await office.say("Hello", to: office.engineer)
        try await office.work(with: ScriptedModel([], otherwise: .hang)) {
            try $0.exists("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1 OFFSET 1")
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending, .pending])
        #expect(try await office.broken() == [])
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .completed])
    }

    @Test(arguments: 1..<12)
    func `a disk that is full for a while ends nothing and loses nothing`(write: Int) async throws {
        let time = ManualTime(leaps: true)
        let fresh = try await FreshStore.store(time: time)
        let disk = FullDisk(fresh.engine)
        let office = try await Office(time: time, store: Store(engine: disk, feed: fresh.feed, vault: fresh.vault))
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                if request.tools.contains(where: { $0.name == "review_ticket" }) {
                    return .call("review_ticket", ["outcome": "approved", "comment": "Good."])
                }
                if case .toolResult? = request.messages.last {
                    return .call("complete_ticket", ["result": "Done.", "files": ["a.md"]])
                }
                return .call("write_document", ["name": "a.md", "content": "x"])
            })
        disk.fill(after: write, for: 3)
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.eventTypes().filter { $0 == "ticket.closed" }.count == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `asked to stop, it lets a turn come to its end and begins no other`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        let model = TogetherModel(2, of: 2)
        try await office.serve(model) { server in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            await server.triggerGracefulShutdown()
            try await office.say("Hello", to: office.engineer)
            try await model.stream(ModelRequest(model: "", system: "a test", messages: []), onEvent: { _ in })
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .pending])
        #expect(try await office.broken() == [])
    }

    @Test func `a turn that does not end in the time of grace is put off`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        try await office.serve(ScriptedModel([], otherwise: .hang)) { server in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            await server.triggerGracefulShutdown()
            while office.time.sleeperCount == 0 { await Task.yield() }
            office.time.advance(by: .seconds(10))
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending])
        #expect(try await office.all(Run.self).map(\.status) == [.cancelled])
        #expect(try await office.broken() == [])
    }
}

extension Office {
    /// Runs the dispatcher as the program does, until the body has stopped it.
    fileprivate func serve(_ model: any ModelProvider, while body: (ServiceGroup) async throws -> Void) async throws {
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0).epoch.epoch }
        let server = ServiceGroup(
            services: [Dispatcher(workplace(model), epoch: epoch)],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        async let end: Void = server.run()
        try await body(server)
        try await end
    }
}
