import Domain

/// Founds the demo's company through the API, or finds the one that is there already.
///
/// Each step is known by a key, so that doing it again changes nothing.
struct DemoSetUp {
    let client: APIClient
    let console: Console
    let model: DemoModel

    /// The company and the goal to watch.
    struct Result {
        let company: String
        let goal: String
    }

    /// - Parameter goal: What the company shall reach; `nil` goes on with the goal that it has, or sets the demo's own.
    func run(goal: String?) async throws -> Result {
        let companies = try await client.list(APIPath("companies")).items
        let founded = companies.first { $0["client_key"]?.string == Self.key }
        // The goal is set last: without one the founding was interrupted.
        if let there = founded ?? companies.first, let result = try await goOn(there, goal: goal) { return result }
        return try await found(goal: goal ?? DemoTeam.goal)
    }

    private static let key = "demo-company"

    private func found(goal: String) async throws -> Result {
        if model.loneModel != nil {
            throw CommandFailure.usage("--model needs --provider-url, or a provider's key in the environment.")
        }
        let company = try await client.post(
            APIPath("companies"), ["name": .string(DemoTeam.company), "mission": .string(DemoTeam.mission)], key: Self.key
        ).text("id")
        try await setUpModel(company)
        var ids: [String: String] = [:]
        for member in DemoTeam.members {
            var body: [String: JSONValue] = ["role": .string(member.role), "name": .string(member.name)]
            if let manager = member.manager, let id = ids[manager] { body["manager_id"] = .string(id) }
            let hired = try await client.post(.company(company, "employees"), .object(body), key: "demo-hire-\(member.role)")
            ids[member.role] = hired.text("id")
        }
        return try await Result(company: company, goal: set(goal, for: company))
    }

    /// Goes on with a company that is at work, on its own model unless another was named; `nil` when it has nothing to do.
    private func goOn(_ company: JSONValue, goal: String?) async throws -> Result? {
        let id = company.text("id")
        let goals = try await client.list(.company(id, "goals")).items
        let isDemo = company["client_key"]?.string == Self.key
        if isDemo, goals.isEmpty { return nil }
        if model.isNamed {
            try await setUpModel(id)
        } else if let lone = model.loneModel {
            try await sayModel(client.patch(.company(id), ["settings": ["model": .string(lone)]]))
        } else {
            try await sayModel(company)
        }
        // The newest come first.
        let unreached = goals.first { !["achieved", "abandoned"].contains($0.text("status")) }
        let known = goal.map { wanted in goals.first { $0["title"]?.string == wanted } } ?? unreached ?? goals.first
        if let known {
            console.sentence("\(company.text("name")) goes on with its goal: \(known.text("title"))")
            return Result(company: id, goal: known.text("id"))
        }
        return try await Result(company: id, goal: set(goal ?? DemoTeam.goal, for: id))
    }

    private func set(_ goal: String, for company: String) async throws -> String {
        let key = "demo-goal-\(goal.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })"
        return try await client.post(.company(company, "goals"), ["title": .string(goal)], key: key).text("id")
    }

    private func setUpModel(_ company: String) async throws {
        console.sentence(model.sentence)
        if let provider = model.provider { _ = try await client.post(APIPath("providers"), provider) }
        let settings: JSONValue = ["provider_id": .string(model.providerID), "model": model.model.map { .string($0) } ?? .null]
        _ = try await client.patch(.company(company), ["settings": settings])
    }

    /// Says who plays the employees of a company that has chosen before.
    private func sayModel(_ company: JSONValue) async throws {
        let settings = company["settings"] ?? [:]
        let provider = settings.text("provider_id")
        let isPractice =
            provider.isEmpty
            ? try await client.get(APIPath("health"))["practice"]?.bool == true : provider == ProviderKind.practice.rawValue
        if isPractice { return console.sentence(DemoModel.practice.sentence) }
        let model = settings.text("model")
        let which = provider.isEmpty ? "the provider that is set up" : "the provider “\(provider)”"
        console.sentence("The employees go on with \(model.isEmpty ? "" : "\(model) at ")\(which).")
    }
}
