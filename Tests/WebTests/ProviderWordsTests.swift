import Domain
import Testing

@testable import Web

/// What is shown of how a provider was set up.
struct ProviderWordsTests {
    @Test(arguments: [("yes", "yes"), ("no", "no"), ("auto", nil)])
    func `a provider is shown in the words in which it was set up`(images: String, shown: String?) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let made = try await client.post(
                "/api/providers",
                [
                    "id": "eyes", "name": "Eyes", "kind": "openai-compatible", "base_url": "http://127.0.0.1:1/v1",
                    "default_model": "m", "images": .string(images), "subscription": true, "privacy_tier": "local",
                ])
            #expect(made.status == 201)
            for config in [made.json["config"], try await client.get("/api/providers/eyes").json["config"]] {
                #expect(config?["images"]?.string == shown)
                #expect(config?["subscription"] == true)
                #expect(config?["default_model"] == "m")
                #expect(config?["billing"] == nil)
                #expect(config?["tier_said"] == nil)
            }
            #expect(try await client.delete("/api/providers/eyes").json["config"]?["tier_said"] == nil)
        }
    }
}
