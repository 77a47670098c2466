import Domain
import Testing

@testable import Web

/// The server itself, its providers, and the log that everything leaves.
struct ServerStoryTests {
    @Test func `health turns red when nobody has looked for work for too long`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            #expect(try await client.send(.get, "/api/health", token: nil).status == 200)
            door.time.advance(by: .seconds(11))
            let health = try await client.send(.get, "/api/health", token: nil)
            #expect(health.status == 503)
            #expect(health.json["status"] == "stalled")
            #expect(health.json["dispatcher"] == "overdue")
        }
    }

    @Test func `health tells what runs, to anyone`() async throws {
        try await Door().open { client async throws in
            let health = try await client.send(.get, "/api/health", token: nil)
            #expect(health.json["status"] == "ok")
            #expect(health.json["version"] == "test")
            #expect(health.json["epoch"] == 1)
            #expect(health.json["practice"] == true)
            #expect(health.headers[.cacheControl] == "no-store")
            #expect(health.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func `health knows whether anything but the practice model is set up`() async throws {
        try await Door().open { client async throws in
            let mine: JSONValue = [
                "id": "mine", "name": "Mine", "kind": "openai-compatible", "base_url": "http://localhost:1/v1",
            ]
            _ = try await client.post("/api/providers", mine)
            #expect(try await client.get("/api/health").json["practice"] == true)
            _ = try await client.post(
                "/api/providers", ["id": "mine", "name": "Mine", "kind": "openai-compatible", "default_model": ""])
            #expect(try await client.get("/api/health").json["practice"] == true)
            _ = try await client.post(
                "/api/providers",
                ["id": "mine", "name": "Mine", "kind": "openai-compatible", "default_model": "small"])
            #expect(try await client.get("/api/health").json["practice"] == false)
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/v1", "local"), ("http://[::1]:8080/v1", "local"), ("https://localhost", "local"),
        ("http://localhost.evil.example/v1", "proprietary-cloud"), ("https://127.0.0.1.nip.io/v1", "proprietary-cloud"),
    ])
    func `only what stays on the machine is local`(address: String, tier: String) async throws {
        try await Door().open { client async throws in
            let made = try await client.post(
                "/api/providers", ["name": "M", "kind": "openai-compatible", "base_url": .string(address)])
            #expect(made.json["privacy_tier"]?.string == tier)
        }
    }

    @Test func `a provider is local while its address is here, and one that is said to be cloud stays so`()
        async throws
    {
        try await Door().open { client async throws in
            func put(_ address: String, _ tier: JSONValue? = nil) async throws -> JSONValue? {
                var body: [String: JSONValue] = ["id": "m", "name": "M", "kind": "openai-compatible"]
                body["base_url"] = .string(address)
                body["privacy_tier"] = tier
                return try await client.post("/api/providers", .object(body)).json["privacy_tier"]
            }
            #expect(try await put("http://localhost:1/v1") == "local")
            #expect(try await put("https://x.example/v1") == "proprietary-cloud")
            #expect(try await put("http://localhost:1/v1") == "local")
            #expect(try await put("http://localhost:1/v1", "proprietary-cloud") == "proprietary-cloud")
            #expect(try await put("http://localhost:2/v1") == "proprietary-cloud")
            #expect(try await put("https://x.example/v1") == "proprietary-cloud")
            #expect(try await put("http://localhost:1/v1") == "proprietary-cloud")
            #expect(try await put("http://localhost:1/v1", "local") == "local")
            #expect(try await put("https://x.example/v1") == "proprietary-cloud")
        }
    }

    @Test(arguments: ["ftp://x", "localhost:1", "http://", "http://localhost:1@evil.example/", "http://a b/"])
    func `what is no address of a provider is refused`(address: String) async throws {
        try await Door().open { client async throws in
            let answer = try await client.post(
                "/api/providers", ["name": "M", "kind": "openai-compatible", "base_url": .string(address)])
            #expect(answer.status == 422)
            #expect(answer.field == "base_url")
        }
    }

    @Test func `an id that was made from a name leads to the provider of that name only`() async throws {
        try await Door().open { client async throws in
            func put(_ name: String, id: String? = nil) async throws -> Door.Client.Answer {
                var body: [String: JSONValue] = [
                    "name": .string(name), "kind": "openai-compatible", "base_url": "http://localhost:1/v1",
                ]
                body["id"] = id.map { .string($0) }
                return try await client.post("/api/providers", .object(body))
            }
            for name in ["私のモデル", "Модель"] {
                let answer = try await put(name)
                #expect((answer.status, answer.field) == (422, "id"))
                #expect(try await put(name, id: name).field == "id")
            }
            #expect(try await put("私のモデル", id: "mine").status == 201)
            #expect(try await put("My model 1").status == 201)
            #expect(try await put("My model 1").status == 200)
            let other = try await put("My model: 1")
            #expect((other.status, other.field) == (422, "id"))
            #expect(try await put("My model: 1", id: "my-model-1").status == 200)
        }
    }

    @Test func `it describes itself, and stops when asked`() async throws {
        try await Door().open { client async throws in
            #expect(try await client.get("/api/openapi.json").json["info"]?["version"] == "test")
            #expect(try await client.post("/api/shutdown").status == 202)
        }
    }

    @Test func `the log is read page by page and is whole`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            var sequences: [Int64] = []
            var after: Int64? = 0
            while let start = after {
                let page = try await client.get(own.path + "/events?limit=3&after=\(start)").json
                sequences += page["items"]?.array?.compactMap { $0["seq"]?.integer } ?? []
                after = page["next"]?.integer
            }
            let count = try await door.eventCount()
            #expect(sequences == Array(1...Int64(count)))
            let verified = try await client.get(own.path + "/events/verification").json
            #expect(verified == ["count": .integer(Int64(count)), "flaw": .null])
        }
    }

    @Test func `tickets are read page by page and by who has them`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            for number in 1...5 {
                let assignee: JSONValue = number == 4 ? ["title": "T", "assignee_id": .string(chief)] : ["title": "T"]
                #expect(try await client.post(company + "/tickets", assignee).json["number"]?.integer == Int64(number))
            }
            let first = try await client.get(company + "/tickets?limit=2").json
            #expect(first["next"] == 2)
            let second = try await client.get(company + "/tickets?limit=2&after=2").json
            #expect(second["items"]?.array?.compactMap { $0["number"]?.integer } == [3, 4])
            let his = try await client.get(company + "/tickets?assignee_id=\(chief)").json
            #expect(his["items"]?.array?.compactMap { $0["number"]?.integer } == [4])
        }
    }

    @Test func `settings are changed one by one`() async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let settings: JSONValue = [
                "settings": ["provider_id": "practice", "mission": "Toasters", "max_privacy_tier": "local"]
            ]
            #expect(try await client.patch(company, settings).json["settings"]?["mission"] == "Toasters")
            let shown = try await client.get(company).json["settings"]
            #expect(shown?["provider_id"] == "practice")
            #expect(shown?["max_privacy_tier"] == "local")
            let unset = try await client.patch(company, ["settings": ["mission": .null]]).json["settings"]
            #expect(unset?.object?.keys.contains("mission") == false)
        }
    }

    @Test(arguments: [0, -1, 1001])
    func `a provider's calls at the same time are from 1 to 1000`(cap: Int64) async throws {
        try await Door().open { client async throws in
            let answer = try await client.post(
                "/api/providers", ["name": "M", "kind": "ollama", "concurrency_cap": .integer(cap)])
            #expect(answer.status == 422)
            #expect(answer.field == "concurrency_cap")
        }
    }

    @Test func `a provider keeps what is not said anew and is listed`() async throws {
        try await Door().open { client async throws in
            let first: JSONValue = [
                "id": "mine", "name": "Mine", "kind": "openai-compatible", "base_url": "http://localhost:1/v1",
                "default_model": "small", "concurrency_cap": 2,
            ]
            #expect(try await client.post("/api/providers", first).status == 201)
            let second: JSONValue = ["id": "mine", "name": "Still mine", "kind": "openai-compatible", "enabled": false]
            let changed = try await client.post("/api/providers", second)
            #expect(changed.status == 200)
            #expect(
                changed.json["config"]
                    == ["base_url": "http://localhost:1/v1", "default_model": "small", "concurrency_cap": 2])
            #expect(try await client.get("/api/providers/mine").json["enabled"] == false)
            let listed = try await client.get("/api/providers").json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
            #expect(listed.contains("mine"))
            #expect(try await client.post("/api/providers/nobody/test").status == 404)
        }
    }
}
