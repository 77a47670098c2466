import Domain
import Store
import Testing

@testable import Web

struct SecretStoryTests {
    private static let key = "sk-canary-42Zq"

    @Test func `a provider's key is set, shown as there, and taken away, and its value is nowhere`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            #expect(try await client.get("/api/providers/openai").json["has_key"] == false)
            let set = try await client.put("/api/providers/openai/key", ["key": .string(" \(Self.key)\n")])
            #expect(set.status == 200)
            #expect(set.json["has_key"] == true)
            #expect(set.json["key_from"] == "secret")
            #expect(set.json["key_name"] == "provider:openai")
            #expect(try door.secrets.value(of: "provider:openai") == Self.key)
            // The same again is no change.
            #expect(try await client.put("/api/providers/openai/key", ["key": .string(Self.key)]).status == 200)
            #expect(try await client.get("/api/secrets").json["items"]?.array?.first?["id"] == "provider:openai")
            let gone = try await client.delete("/api/providers/openai/key")
            #expect(gone.json["has_key"] == false)
            #expect(try await client.delete("/api/providers/openai/key").status == 200)
            #expect(try await client.get("/api/secrets").json["items"] == [])
            let events = try await door.log().sorted { $0.seq < $1.seq }.filter { $0.eventType.hasPrefix("secret.") }
            #expect(events.map(\.eventType) == ["secret.set", "secret.removed"])
            #expect(events.map { $0.payload.value?["provider_id"] } == ["openai", "openai"])
            #expect(events.allSatisfy { $0.actorID == door.owner.id.rawValue })
            #expect(try await door.log().allSatisfy { !$0.payload.text.contains("canary") })
        }
    }

    @Test func `a key stays with the address that it was set for`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.put("/api/providers/openai/key", ["key": .string(Self.key)])
            let same: JSONValue = ["id": "openai", "name": "OpenAI", "kind": "openai", "default_model": "m"]
            #expect(try await client.post("/api/providers", same).json["has_key"] == true)
            let home: JSONValue = [
                "id": "openai", "name": "OpenAI", "kind": "openai", "base_url": "https://API.openai.com/v2",
            ]
            #expect(try await client.post("/api/providers", home).json["has_key"] == true)
            let elsewhere: JSONValue = [
                "id": "openai", "name": "OpenAI", "kind": "openai", "base_url": "http://127.0.0.1:9/v1",
            ]
            #expect(try await client.post("/api/providers", elsewhere).json["has_key"] == false)
            #expect(try door.secrets.value(of: "provider:openai") == nil)
        }
    }

    @Test(arguments: ["/api/secrets/provider:openai", "/api/providers/openai/key"])
    func `a key that was set and is not there any more can be taken away`(path: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            try await door.store.write {
                try SecretNames.noteSet(.key(of: Provider.ID("openai")), by: .user("o"), in: $0)
            }
            door.secrets.expect(["provider:openai"])
            #expect(try await client.delete(path).status == 200)
            #expect(try await client.get("/api/secrets").json["items"] == [])
            #expect(!door.secrets.isExpected(.key(of: Provider.ID("openai"))))
            let events = try await door.log().filter { $0.eventType == "secret.removed" }
            #expect(events.count == 1)
        }
    }

    @Test(arguments: [
        ("/api/providers/openai/key", #"{"key": "  "}"#, 422), ("/api/providers/openai/key", #"{"key": "a b"}"#, 422),
        ("/api/providers/openai/key", #"{"key": "sk-é"}"#, 422), ("/api/providers/openai/key", "{}", 422),
        ("/api/providers/openai/key", #"{"key": 1}"#, 422), ("/api/providers/none/key", #"{"key": "sk-canary-1"}"#, 404),
        ("/api/secrets/a%20b", #"{"value": "sk-canary-1"}"#, 422), ("/api/secrets/a", #"{"value": ""}"#, 422),
    ])
    func `what cannot be a key is refused and not repeated`(path: String, body: String, status: Int) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let answer = try await client.send(.put, path, Array(body.utf8))
            #expect(answer.status == status)
            #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("canary"))
            #expect(try door.secrets.value(of: "provider:openai") == nil)
        }
    }

    @Test func `a key in the place of a variable's name is refused when it is written`() async throws {
        try await Door().open { client async throws in
            let answer = try await client.post(
                "/api/providers", ["name": "Mine", "kind": "openai", "api_key_env": "sk-canary-1"])
            #expect(answer.status == 422)
            #expect(answer.field == "api_key_env")
            #expect(!answer.message.contains("canary"))
        }
    }

    @Test func `a variable that is not set is told by its name, and nothing is kept`() async throws {
        try await Door().open { client async throws in
            let body: JSONValue = ["name": "Mine", "kind": "openai", "api_key_env": "YOUR_KEY"]
            let answer = try await client.post("/api/providers", body)
            #expect((answer.status, answer.field) == (422, "api_key_env"))
            #expect(answer.message.contains("YOUR_KEY"))
            #expect(try await client.get("/api/providers/mine").status == 404)
            let change = try await client.post(
                "/api/providers", ["id": "openai", "name": "Other", "kind": "openai", "api_key_env": "YOUR_KEY"])
            #expect(change.status == 422)
            #expect(try await client.get("/api/providers/openai").json["name"] == "OpenAI")
            let set = try await client.post(
                "/api/providers", ["name": "Mine", "kind": "openai", "api_key_env": "MY_KEY"])
            #expect(set.status == 201)
        }
    }

    @Test func `a secret that a provider names is its key`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            let set = try await client.put("/api/secrets/shared", ["value": .string(Self.key)])
            #expect(set.json == ["id": "shared", "changed": true])
            let provider = try await client.post(
                "/api/providers", ["name": "Mine", "kind": "openai", "api_key_secret": "shared"])
            #expect(provider.json["config"]?["api_key"] == ["secret_ref": "shared"])
            #expect(try await client.delete("/api/secrets/shared").json["changed"] == true)
            #expect(try await client.delete("/api/secrets/shared").json["changed"] == false)
        }
    }

    @Test func `a provider is taken away with its key, unless somebody has chosen it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            _ = try await client.put("/api/providers/groq/key", ["key": .string(Self.key)])
            _ = try await client.post("/api/providers", ["id": "groq", "name": "Groq", "kind": "groq", "enabled": true])
            #expect(try await client.patch(path, ["settings": ["provider_id": "groq"]]).status == 200)
            let refused = try await client.delete("/api/providers/groq")
            #expect(refused.status == 409)
            #expect(refused.message.contains("Aurora"))
            _ = try await client.patch(path, ["settings": ["provider_id": .null]])
            #expect(try await client.delete("/api/providers/groq").status == 200)
            #expect(try await client.get("/api/providers/groq").status == 404)
            #expect(try door.secrets.value(of: "provider:groq") == nil)
            #expect(try await client.delete("/api/providers/practice").status == 409)
            let last = try await door.log().sorted { $0.seq < $1.seq }.suffix(2)
            #expect(last.map(\.eventType) == ["provider.removed", "secret.removed"])
        }
    }

    @Test func `a provider whose key was set stays while its secrets cannot be opened, and one without a key goes`() async throws
    {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            _ = try await client.put("/api/providers/groq/key", ["key": .string(Self.key)])
            door.vault.close()
            let refused = try await client.delete("/api/providers/groq")
            #expect((refused.status, refused.code) == (503, "secrets_unavailable"))
            #expect(refused.message.contains("TEAMX_PASSPHRASE"))
            #expect(try await client.get("/api/providers/groq").status == 200)
            #expect(try await client.delete("/api/providers/nobody").status == 404)
            #expect(try await client.delete("/api/providers/together").status == 200)
            #expect(try await client.get("/api/providers/together").status == 404)
            #expect(try await door.log().map(\.eventType).filter { $0.hasSuffix(".removed") } == ["provider.removed"])
            door.vault.open()
            #expect(try await client.delete("/api/providers/groq").status == 200)
            #expect(try await client.get("/api/providers/groq").status == 404)
            #expect(try door.vault.value(of: "provider:groq") == nil)
            #expect(try await client.get("/api/secrets").json["items"] == [])
        }
    }

    @Test func `the doctor says where secrets are and whose key is missing, and no more`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.put("/api/providers/openai/key", ["key": .string(Self.key)])
            let answer = try await client.get("/api/doctor")
            let sentences = (answer.json["findings"]?.array ?? []).compactMap { $0["sentence"]?.string }
            #expect(sentences.contains { $0.contains("memory, until the program ends") })
            #expect(sentences.contains("OpenAI is off; its key is a secret."))
            #expect(sentences.contains("Anthropic is off; it has no key."))
            #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("canary"))
        }
    }
}
