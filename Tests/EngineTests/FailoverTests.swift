import Domain
import Store
import Synchronization
import TestSupport
import Testing

@testable import Engine

/// Whom the gate asks when a provider does not take a call, and when it leaves one alone.
@Suite(.timeLimit(.minutes(10)))
struct FailoverTests {
    let office: Office

    init() async throws {
        office = try await Office()
        try await office.store.write { [company = office.company.id] transaction in
            for (name, tier) in [("first", PrivacyTier.openSourceCloud), ("second", .openSourceCloud), ("third", .local)] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: Provider.ID(name), name: name, kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                        defaultModel: "model-\(name)", concurrencyCap: 4, privacyTier: tier), by: .user("o"), in: transaction)
            }
            _ = try Company.change(
                settings: ["provider_id": "first", "failover": ["second", "third"]], of: company, by: .user("o"), in: transaction)
        }
    }

    @Test(arguments: [ModelError.Class.rateLimited, .server, .connect])
    func `a call that is not taken goes to the next provider in the same turn, which is told`(kind: ModelError.Class) async throws
    {
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.fail(ModelError(kind, "Not now."))])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-first", "model-second"])
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.success])
        #expect(runs.map(\.model) == ["model-second"])
        let attempts = try await office.all(RunAttempt.self)
        #expect(attempts.map(\.providerID.rawValue) == ["first"])
        #expect(attempts.map(\.nextProviderID.rawValue) == ["second"])
        #expect(attempts.map(\.error) == ["first: Not now."])
        #expect(try await office.eventTypes().filter { $0 == "run.rerouted" }.count == 1)
        #expect(try await office.all(RunStep.self).map(\.model) == ["model-second"])
        #expect(try await office.all(WakeupRequest.self).map(\.providerID?.rawValue) == ["second"])
        #expect(try await office.broken() == [])
    }

    @Test func `whoever took the call is asked for the rest of the turn`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.fail(ModelError(.server, "Not now.")), .call("list_colleagues", [:]), .say("Hello.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-first", "model-second", "model-second"])
        #expect(try await office.all(RunStep.self).map(\.model) == ["model-second", "model-second"])
    }

    @Test func `an answer that has begun is not begun anew elsewhere`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.breakAfter("Good", ModelError(.server, "It broke off."))])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model).prefix(2) == ["model-first", "model-first"])
        #expect(try await office.all(RunAttempt.self).isEmpty)
    }

    @Test func `a request that is wrong is not sent elsewhere`() async throws {
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.fail(ModelError(.invalidRequest, "No such model."))])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-first"])
        #expect(try await office.all(Run.self).map(\.status) == [.error])
    }

    @Test func `nobody is asked who is less private than is allowed`() async throws {
        try await office.store.write { [office] transaction in
            let settings: [String: JSONValue] = [
                "provider_id": "third", "failover": ["first", "second"], "max_privacy_tier": "local",
            ]
            _ = try Company.change(settings: settings, of: office.company.id, by: .user("o"), in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.fail(ModelError(.server, "Not now."))])
        try await office.workUntilIdle(with: model)
        #expect(Set(model.requests.map(\.model)) == ["model-third"])
    }

    @Test func `an employee's own privacy cap counts beside the company's, also for work that waits already`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.store.write { [office] transaction in
            _ = try Employee.choose(
                provider: "third", model: nil, limit: .local, for: office.writer.id, of: office.company.id, by: .user("o"),
                in: transaction)
        }
        #expect(try await office.all(WakeupRequest.self).map(\.providerPref) == ["third<=local"])
        let model = ScriptedModel([.fail(ModelError(.connect, "Not there."))])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-third", "model-third"])
        #expect(try await office.all(RunAttempt.self).isEmpty)
    }

    @Test func `an employee who may ask only what is private is never spoken for elsewhere`() async throws {
        try await office.store.write { [office] transaction in
            _ = try Employee.choose(
                provider: nil, model: nil, limit: .local, for: office.writer.id, of: office.company.id, by: .user("o"),
                in: transaction)
        }
        let thread = try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        let said = try await office.store.read { try Message.latest(of: thread, limit: 5, in: $0) }
        #expect(said.last?.content.contains("only local is allowed") == true)
    }

    @Test(arguments: ["qwen3-coder:480b-cloud", "glm-5.1:cloud"])
    func `a model that a local server passes on to others is not private`(name: String) async throws {
        try await office.store.write { [office] transaction in
            _ = try Provider.put(
                Provider.Draft(id: .init("llama"), name: "llama", kind: .ollama, defaultModel: name), by: .user("o"),
                in: transaction)
            _ = try Employee.choose(
                provider: "llama", model: nil, limit: .local, for: office.writer.id, of: office.company.id, by: .user("o"),
                in: transaction)
        }
        let thread = try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        let said = try await office.store.read { try Message.latest(of: thread, limit: 5, in: $0) }
        #expect(said.last?.content.contains("passes what is said to \(name) on") == true)
    }

    @Test func `a cap that is lowered holds for the next call of a turn that goes on`() async throws {
        try await office.say("Hello", to: office.writer)
        let (store, writer, company) = (office.store, office.writer.id, office.company.id)
        let model = ScriptedModel([.call("list_colleagues", [:])], otherwise: .say("Hello."))
        let meanwhile = Meanwhile(model, in: [0]) {
            _ = try await store.write { transaction in
                try Employee.choose(
                    provider: "third", model: nil, limit: .local, for: writer, of: company, by: .user("o"), in: transaction)
            }
        }
        try await office.workUntilIdle(with: meanwhile)
        #expect(model.requests.map(\.model) == ["model-first", "model-third"])
        #expect(try await office.all(Run.self).map(\.status) == [.cancelled, .success])
    }

    @Test func `where nobody else may take the call, work waits for its provider and is not begun in vain`() async throws {
        // The others have too small a window, of which the dispatcher knows nothing.
        try await office.store.write { transaction in
            _ = try transaction.execute(
                """
                UPDATE providers SET config_json = json_set(config_json, '$.context_window', 2048) WHERE id IN ('second', 'third')
                """)
        }
        let model = ScriptedModel(
            [],
            otherwise: .decide { [time = office.time, start = office.time.now()] _ in
                time.now() < start + .seconds(300) ? .fail(ModelError(.timeout, "Nothing came.")) : .say("Hello.")
            })
        for employee in try await staff(6) { try await office.say("Hello", to: employee) }
        try await office.workUntilIdle(with: model, limits: patient)
        #expect(Set(model.requests.map(\.model)) == ["model-first"])
        let runs = try await office.all(Run.self)
        #expect(runs.count { $0.status == .success } == 6)
        #expect(runs.count < 60, "\(runs.count) runs")
    }

    @Test func `what has cost something before it failed is not asked of somebody else`() async throws {
        try await office.say("Hello", to: office.writer)
        let first = ReportingModel(TokenUsage(prompt: 50, completion: 1), thinking: "Let me see. ", times: 1)
        try await office.workUntilIdle(with: first)
        #expect(first.models == ["model-first", "model-first"])
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.error, .success])
        #expect(runs.first?.promptTokens == 50)
        #expect((runs.first?.completionTokens ?? 0) > 1, "what was thought is counted")
    }

    @Test func `a name means the provider with this id before one of this kind`() async throws {
        try await office.store.write { [company = office.company.id] transaction in
            for (id, name) in [("alt", "Alt"), ("groq", "Groq")] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: .init(id), name: name, kind: .groq, defaultModel: "model-\(id)", enabled: true), by: .user("o"),
                    in: transaction)
            }
            _ = try Company.change(
                settings: ["provider_id": "groq", "failover": .null], of: company, by: .user("o"), in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-groq"])
    }

    @Test func `what was spent is told by who took it`() async throws {
        try await office.store.write { [company = office.company.id] transaction in
            for kind in [ProviderKind.groq, .together] {
                _ = try Provider.put(
                    Provider.Draft(id: .init("my-\(kind)"), name: "My \(kind)", kind: kind, defaultModel: "m", enabled: true),
                    by: .user("o"), in: transaction)
            }
            _ = try Company.change(
                settings: ["provider_id": "my-groq", "failover": ["my-together"]], of: company, by: .user("o"), in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.call("list_colleagues", [:]), .fail(ModelError(.server, "Not now.")), .say("Hello.")])
        try await office.workUntilIdle(with: model)
        let run = try #require(try await office.all(Run.self).first)
        let spending = try await office.store.read { [company = office.company.id] transaction in
            try BudgetLedgerEntry.spending(
                of: company, in: Company.budgetMonth(of: company, in: transaction), transaction)
        }
        #expect(Set(spending.map(\.provider.id?.rawValue)) == ["my-groq", "my-together"])
        #expect(run.costUsd > .zero)
        #expect(try spending.reduce(Money.zero) { try $0 + $1.ledgers.billed } == run.costUsd)
    }

    @Test func `it is told when a provider is left alone, and when it is back`() async throws {
        try await withoutFailover()
        let model = ScriptedModel(
            Array(repeating: .fail(ModelError(.server, "Down.")), count: 6), otherwise: .say("Hello."))
        for employee in try await staff(6) { try await office.say("Hello", to: employee) }
        try await office.workUntilIdle(with: model, limits: patient)
        let told = try await office.eventTypes().filter { $0.hasPrefix("provider.") && $0 != "provider.added" }
        #expect(told == ["provider.away", "provider.back"])
    }

    @Test func `a role's fallback counts for the dispatcher as it does for the turn`() async throws {
        try await withoutFailover()
        let role = RoleSpecification(
            packID: "test", id: "content writer", name: "Writer", level: .ic, fallbackProviders: ["second"])
        let catalog = RoleCatalog(packs: [RolePack(id: "test", name: "Test", roles: [role])])
        let workplace = office.workplace(ScriptedModel([]))
        let first = try await office.store.read { try Provider.require(.init("first"), in: $0) }
        for _ in 0..<5 { workplace.health.fail(first, ModelError(.connect, "Not there."), at: office.time.now()) }
        try await office.say("Hello", to: office.writer)
        let obstacles = try await office.store.read { transaction in
            let work = try #require(try transaction.select(WakeupRequest.self, "ORDER BY id").first)
            return try [catalog, RoleCatalog()].map { roles in
                let choice = try ModelChoice(for: workplace.providers, in: transaction)
                var load = ProviderLoad(choice, health: workplace.health, roles: roles)
                return try load.obstacle(to: work, in: transaction) == nil
            }
        }
        #expect(obstacles == [true, false])
    }

    @Test func `a provider that is away is left alone, and its work goes to the next at once`() async throws {
        let model = ScriptedModel(
            [], otherwise: .decide { $0.model == "model-first" ? .fail(ModelError(.server, "Down.")) : .say("Hello.") })
        for employee in try await staff(20) { try await office.say("Hello", to: employee) }
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 2))
        let asked = model.requests.filter { $0.model == "model-first" }.count
        #expect((5...7).contains(asked), "asked \(asked) times")
        #expect(try await office.all(Run.self).map(\.status) == Array(repeating: .success, count: 20))
    }

    @Test func `half a day without the only provider costs few calls, and soon after its return all go on`() async throws {
        try await withoutFailover()
        let returns = office.time.now() + .seconds(43_200)
        let time = office.time
        let model = ScriptedModel(
            [], otherwise: .decide { _ in time.now() < returns ? .fail(ModelError(.connect, "Not there.")) : .say("Hello.") })
        for employee in try await staff(20) { try await office.say("Hello", to: employee) }
        try await office.workUntilIdle(with: model, limits: patient)
        let vain = model.requests.count - 20
        #expect(vain <= 400, "asked \(vain) times in vain")
        let answers = try await office.all(Run.self).filter { $0.status == .success }
        let failed = try await office.all(WakeupRequest.self).filter { $0.status != .completed }
        let held = try await office.all(RunCheckpoint.self)
        #expect(answers.count == 20, "\(failed) \(held)")
        let last = answers.compactMap(\.endedAt).max() ?? returns
        #expect(last <= returns + .seconds(150), "the last went on \(last - returns) after its return")
    }

    @Test func `where the provider says how long, it is asked no more often than that`() async throws {
        try await withoutFailover()
        let returns = office.time.now() + .seconds(7200)
        let time = office.time
        let model = ScriptedModel(
            [],
            otherwise: .decide { _ in
                time.now() < returns
                    ? .fail(ModelError(.rateLimited, "Used up.", retryAfter: .seconds(200))) : .say("Hello.")
            })
        for employee in try await staff(20) { try await office.say("Hello", to: employee) }
        try await office.workUntilIdle(with: model, limits: patient)
        // All twenty are on their way when the first is refused.
        #expect(model.requests.count - 20 <= 20 + 36)
        #expect(try await office.all(Run.self).count { $0.status == .success } == 20)
    }

    @Test func `work that waits for a provider that is away says so, until when, and what to do`() async throws {
        try await withoutFailover()
        let workplace = office.workplace(ScriptedModel([]))
        let first = try await office.store.read { try Provider.require(.init("first"), in: $0) }
        for _ in 0..<5 { workplace.health.fail(first, ModelError(.connect, "Not there."), at: office.time.now()) }
        try await office.say("Hello", to: office.writer)
        let finding = try await office.store.read { transaction in
            var view = try QueueView(
                on: DispatchTerms(providers: workplace.providers, slots: 6, health: workplace.health), in: transaction)
            return try transaction.select(WakeupRequest.self, "ORDER BY id").first.flatMap { try view.wait(of: $0) }
        }
        #expect(finding?.reason == "provider")
        #expect(finding?.message == "first is left alone for now. Not there.")
        #expect(finding?.until == office.time.now() + .seconds(15))
        #expect(finding?.action?.command == "teamx provider test first")
        workplace.health.succeed(first)
        #expect(workplace.health.refusal(of: first, at: office.time.now()) == nil)
    }

    @Test func `a role's tier chooses among the models that the provider's row names`() throws {
        let row = Provider(
            id: .init("p"), name: "P", kind: .anthropic, config: JSONColumn(["models": ["high": "large", "low": " "]]),
            privacyTier: .proprietaryCloud)
        #expect(row.model(of: .high) == "large")
        #expect(row.model(of: .low) == nil && row.model(of: .mid) == nil)
    }

    /// Twenty at the same time, and no claim that lapses while the clock leaps.
    private let patient = WorkLimits(slots: 20, lease: .seconds(1_000_000))

    private func withoutFailover() async throws {
        try await office.store.write { [company = office.company.id] transaction in
            _ = try Company.change(settings: ["failover": .null], of: company, by: .user("o"), in: transaction)
            _ = try transaction.execute("UPDATE providers SET config_json = json_set(config_json, '$.concurrency_cap', 20)")
        }
    }

    private func staff(_ count: Int) async throws -> [Employee] {
        try await office.store.write { [office] transaction in
            try (0..<count).map { number in
                try Employee.hire(
                    Employee.Draft(
                        rolePackID: "test", roleID: "writer", roleMdSha: "", level: .ic, name: "Writer \(number)",
                        title: "Writer", manager: office.manager.id), into: office.company.id, by: .user("o"), in: transaction)
            }
        }
    }
}

/// A model that reports what it has read and thought, and then fails, so many times; after that it says hello.
private final class ReportingModel: ModelProvider {
    private let usage: TokenUsage
    private let thinking: String
    private let state: Mutex<(left: Int, models: [String])>

    init(_ usage: TokenUsage, thinking: String, times: Int) {
        self.usage = usage
        self.thinking = thinking
        state = Mutex((times, []))
    }

    var models: [String] { state.withLock(\.models) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let fails = state.withLock { state in
            state.models.append(request.model)
            defer { state.left = max(0, state.left - 1) }
            return state.left > 0
        }
        try await onEvent(.usage(usage))
        if fails {
            for _ in 0..<10 { try await onEvent(.thought(thinking)) }
            throw ModelError(.server, "It failed.")
        }
        try await onEvent(.text("Hello."))
        try await onEvent(.finish(.stop))
    }
}
