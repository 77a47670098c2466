import Domain
import Engine
import HTTPTypes
import Store

/// Where models come from.
enum ProviderRoutes {
    static let all = [
        Route(.get, "/api/providers", "List providers", answer: .list(Provider.self)) { call in
            try await call.store.read { .json(try ResponseJSON.list(try Provider.list(in: $0))) }
        },
        Route(
            .post, "/api/providers", "Add a provider, or change the one with this id", body: .json(Put.self),
            answer: .object(Provider.self), statuses: [.created, .ok]
        ) { call in
            let body = try await call.body(Put.self)
            return try await call.store.write { transaction in
                let (provider, isNew) = try Provider.put(body.draft, by: call.author.actor, in: transaction)
                return try .json(of: provider, status: isNew ? .created : .ok)
            }
        },
        Route(.get, "/api/providers/{provider}", "Show a provider", answer: .object(Provider.self)) { call in
            try await call.store.read { try .json(of: try Provider.require(Provider.ID(call.path("provider")), in: $0)) }
        },
        Route(
            .post, "/api/providers/{provider}/test",
            "Call the provider and say what it answers; if it is well, what it held up goes on",
            answer: .object(ProviderCheck.self)
        ) { call in
            let provider = try await call.store.read { try Provider.require(Provider.ID(call.path("provider")), in: $0) }
            let check = await call.server.providers.check(provider)
            if check.reachable {
                call.server.health.succeed(provider)
                try await call.store.write { try RunCheckpoint.release(at: provider.id, in: $0) }
            }
            return try .json(of: check)
        },
    ]

    struct Put: RequestBody {
        var id: Provider.ID?
        var name: String
        var kind: ProviderKind
        var baseURL: String?
        var apiKeyEnv: String?
        var defaultModel: String?
        var concurrencyCap: Int?
        var contextWindow: Int?
        var privacyTier: PrivacyTier?
        var enabled: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, name, kind, enabled
            case baseURL = "base_url"
            case apiKeyEnv = "api_key_env"
            case defaultModel = "default_model"
            case concurrencyCap = "concurrency_cap"
            case contextWindow = "context_window"
            case privacyTier = "privacy_tier"
        }

        var draft: Provider.Draft {
            Provider.Draft(
                id: id, name: name, kind: kind, baseURL: baseURL, apiKeyEnv: apiKeyEnv, defaultModel: defaultModel,
                concurrencyCap: concurrencyCap, contextWindow: contextWindow, privacyTier: privacyTier, enabled: enabled)
        }
    }
}
