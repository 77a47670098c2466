import Domain
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
        Route(
            .post, "/api/providers/{provider}/test", "Call the provider and say what it answers",
            answer: .object(ProviderCheck.self)
        ) { call in
            let provider = try await call.store.read { try Provider.require(Provider.ID(call.path("provider")), in: $0) }
            return try .json(of: await call.server.providers.check(provider))
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
            if let baseURL, Self.host(of: baseURL) == nil {
                throw APIError.invalid("base_url", "must be an http:// or https:// address without a name and password in it")
            }
            var config = earlier?.config.value.object ?? [:]
            for (key, value) in [("base_url", baseURL), ("api_key_env", apiKeyEnv), ("default_model", defaultModel)] {
                if let value { config[key] = .string(value) }
            }
            let address = config["base_url"]?.string
            if kind == .openaiCompatible, address == nil { throw APIError.invalid("base_url", "is needed for this kind") }
            return Provider(
                id: id, name: name, kind: kind, config: JSONColumn(.object(config)),
                privacyTier: privacyTier ?? tier(of: address, over: earlier), enabled: enabled ?? earlier?.enabled ?? true)
        }

        /// What was said before goes for the same place.
        ///
        /// Of another one it says nothing unless it is the more careful word.
        private func tier(of address: String?, over earlier: Provider?) -> PrivacyTier {
            let guess = guess(address ?? kind.defaults.baseURL ?? "")
            guard let earlier else { return guess }
            let isSamePlace = earlier.kind == kind && earlier.config.value["base_url"]?.string == address
            return isSamePlace ? earlier.privacyTier : max(earlier.privacyTier, guess)
        }

        /// Loopback is local; of anything else the safest guess is that others may read it.
        private func guess(_ address: String) -> PrivacyTier {
            if kind == .practice || ["127.0.0.1", "localhost", "[::1]"].contains(Self.host(of: address) ?? "") { return .local }
            return [.groq, .together, .fireworks].contains(kind) ? .openSourceCloud : .proprietaryCloud
        }

        /// The host that an address leads to, `nil` when it is none for us.
        private static func host(of address: String) -> Substring? {
            guard let scheme = ["http://", "https://"].first(where: { address.hasPrefix($0) }) else { return nil }
            let authority = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
            guard !authority.isEmpty, !authority.contains("@"), !address.contains(where: \.isWhitespace) else { return nil }
            if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return authority[...end] }
            return authority.prefix { $0 != ":" }
        }
    }
}
