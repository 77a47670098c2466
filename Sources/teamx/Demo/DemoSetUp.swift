import Domain

/// Founds the demo's company through the API.
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

    func run(goal: String) async throws -> Result {
        let company = try await client.post(
            APIPath("companies"), ["name": .string(DemoTeam.company), "mission": .string(DemoTeam.mission)], key: "demo-company"
        ).text("id")
        try await setUpModel(company)
        var ids: [String: String] = [:]
        for member in DemoTeam.members {
            var body: [String: JSONValue] = ["role": .string(member.role), "name": .string(member.name)]
            if let manager = member.manager, let id = ids[manager] { body["manager_id"] = .string(id) }
            let hired = try await client.post(.company(company, "employees"), .object(body), key: "demo-hire-\(member.role)")
            ids[member.role] = hired.text("id")
        }
        let key = "demo-goal-\(goal.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })"
        let set = try await client.post(.company(company, "goals"), ["title": .string(goal)], key: key)
        return Result(company: company, goal: set.text("id"))
    }

    private func setUpModel(_ company: String) async throws {
        console.sentence(model.sentence)
        if let provider = model.provider { _ = try await client.post(APIPath("providers"), provider) }
        let settings: JSONValue = ["provider_id": .string(model.providerID), "model": model.model.map { .string($0) } ?? .null]
        _ = try await client.patch(.company(company), ["settings": settings])
    }
}
