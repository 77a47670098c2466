import Domain
import HTTPTypes
import Store

/// Where models come from.
enum ProviderRoutes {
    static let all = [
        Route(.get, "/api/providers", "List providers", answer: .list(Provider.self)) { call in
            try await call.store.read { .json(try ResponseJSON.list(try Provider.list(in: $0))) }
        },
        Route(.post, "/api/providers", "Add a provider, or change the one with this id", body: Put.self, answer: .object(Provider.self)) { call in
            let body = try await call.body(Put.self)
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let id = body.id ?? Provider.ID(Slug.make(from: body.name))
                let isNew = try transaction.find(Provider.self, id) == nil
                let provider = try body.provider(id, over: transaction.find(Provider.self, id))
                try Provider.put(provider, by: .user(owner.rawValue), in: transaction)
                return try .created(provider, isNew: isNew)
            }
        },
        Route(.get, "/api/providers/{provider}", "Show a provider", answer: .object(Provider.self)) { call in
            try await call.store.read { try .json(of: try Provider.require(Provider.ID(call.path("provider")), in: $0)) }
        },
        Route(.post, "/api/providers/{provider}/test", "Call the provider and say what it answers", answer: .object(ProviderCheck.self)) { call in
            let provider = try await call.store.read { try Provider.require(Provider.ID(call.path("provider")), in: $0) }
            return try .json(of: await call.server.checks.check(provider))
        },
    ]

    struct Put: RequestBody {
        var id: Provider.ID?
        var name: String
        var kind: ProviderKind
        var baseURL: String?
        var apiKeyEnv: String?
        var defaultModel: String?
        var privacyTier: PrivacyTier?
        var enabled: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, name, kind, enabled
            case baseURL = "base_url"
            case apiKeyEnv = "api_key_env"
            case defaultModel = "default_model"
            case privacyTier = "privacy_tier"
        }

        /// The row that this makes, keeping of an earlier one what is not said anew.
        func provider(_ id: Provider.ID, over earlier: Provider?) throws -> Provider {
            if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
                throw APIError.invalid("base_url", "must begin with http:// or https://")
            }
            if kind == .openaiCompatible, baseURL == nil, earlier?.config.value["base_url"] == nil {
                throw APIError.invalid("base_url", "is needed for this kind")
            }
            var config = earlier?.config.value.object ?? [:]
            for (key, value) in [("base_url", baseURL), ("api_key_env", apiKeyEnv), ("default_model", defaultModel)] {
                if let value { config[key] = .string(value) }
            }
            return Provider(
                id: id, name: name, kind: kind, config: JSONColumn(.object(config)),
                privacyTier: privacyTier ?? earlier?.privacyTier ?? tier, enabled: enabled ?? earlier?.enabled ?? true)
        }

        /// Loopback is local; of anything else the safest guess is that others may read it.
        private var tier: PrivacyTier {
            let host = (baseURL ?? kind.defaults.baseURL ?? "").split(separator: "/").dropFirst().first ?? ""
            let isLoopback = ["127.0.0.1", "localhost", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
            if kind == .practice || isLoopback { return .local }
            return [.groq, .together, .fireworks].contains(kind) ? .openSourceCloud : .proprietaryCloud
        }
    }
}
