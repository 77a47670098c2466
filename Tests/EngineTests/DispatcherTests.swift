import Domain
import Engine
import Logging
import ServiceLifecycle
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
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

    @Test func `a provider that is full keeps its own work waiting and nobody else's`() async throws {
        let office = try await Office()
        try await office.store.write { transaction in
            try transaction.insert(
                Provider(
                    id: .init("slow"), name: "Slow", kind: .openaiCompatible,
                    config: JSONColumn(["concurrency_cap": 1, "default_model": "m"]), privacyTier: .local))
            for employee in [office.writer, office.engineer] {
                try transaction.execute("UPDATE employees SET provider_pref = 'slow' WHERE id = \(employee.id)")
            }
        }
        for employee in [office.writer, office.engineer, office.chief] { try await office.say("Hello", to: employee) }
        let hanging = ScriptedModel([], otherwise: .decide { $0.system.contains("Ada Moreau") ? .say("Hello.") : .hang })
        try await office.work(with: hanging, limits: WorkLimits(slots: 2)) {
            try $0.exists("SELECT 1 FROM runs WHERE status = 'success'")
                && $0.exists("SELECT 1 FROM runs WHERE status = 'running'")
        }
        #expect(try await office.all(WakeupRequest.self).map(\.attemptCount).sorted() == [0, 0, 1])
        #expect(try await office.broken() == [])
    }

    @Test func `the number of slots changes while it runs`() async throws {
        let office = try await Office()
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("Hello", to: employee)
        }
        try await office.work(with: ScriptedModel([], otherwise: .hang), limits: WorkLimits(slots: 1)) { transaction in
            try transaction.exists("SELECT 1 FROM runs WHERE status = 'running'")
        }
        try await office.store.write { try Setting.change(.slots, to: 1, by: .orchestrator, in: $0) }
        let widening = Task {
            for await _ in office.store.feed.watch([.workStarted]) {
                try await office.store.write { try Setting.change(.slots, to: 4, by: .orchestrator, in: $0) }
                return
            }
        }
        try await office.work(with: ScriptedModel([], otherwise: .hang)) { transaction in
            try transaction.exists("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1 OFFSET 3")
        }
        try await widening.value
    }

    @Test func `a claim without progress is taken back, and its turn writes nothing more`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.hang], otherwise: .say("Hello."))
        let moving = Task {
            for await _ in office.store.feed.watch([.workStarted]) {
                office.time.advance(by: .seconds(301))
                return
            }
        }
        try await office.work(with: model) { transaction in
            try transaction.exists("SELECT 1 FROM runs WHERE status = 'success'")
        }
        await moving.value
        #expect(try await office.all(Run.self).map(\.status) == [.error, .success])
        #expect(try await office.all(Run.self).first?.errorClass == "stalled")
        #expect(try await office.broken() == [])
    }

    @Test func `asked to stop, it lets a turn come to its end and begins no other`() async throws {
        let office = try await Office(time: ManualTime())
        try await office.say("Hello", to: office.writer)
        let model = TogetherModel(2, of: 2)
        try await office.serve(model) { server in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            await server.triggerGracefulShutdown()
            await server.triggerGracefulShutdown()  // asked twice it is one stop
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
            while office.time.sleeperCount < 2 { await Task.yield() }  // one waits for the claim to lapse
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
