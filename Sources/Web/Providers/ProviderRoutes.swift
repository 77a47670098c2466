import Domain
import Engine
import HTTPTypes
import Store

/// Where models come from.
enum ProviderRoutes {
    static let all = [
        Route(.get, "/api/providers", "List providers", answer: .json(.list(shape))) { call in
            let rows = try await call.store.read { try Provider.list(in: $0) }
            return .json(["items": .array(try rows.map { try json(of: $0, call) }), "next": .null])
        },
        Route(
            .post, "/api/providers", "Add a provider, or change the one with this id", body: .json(Put.self),
            answer: .json(shape), statuses: [.created, .ok]
        ) { call in
            let draft = try await call.body(Put.self).draft
            try draft.requireVariable(where: call.server.providers.isSet)
            try await forgetKey(ofWhatMovesBy: draft, call)
            let (provider, isNew) = try await call.store.write { transaction in
                try Provider.put(draft, by: call.author.actor, in: transaction)
            }
            return .json(try json(of: provider, call), status: isNew ? .created : .ok)
        },
        Route(.get, "/api/providers/{provider}", "Show a provider", answer: .json(shape)) { call in
            .json(try json(of: try await provider(call), call))
        },
        Route(
            .delete, "/api/providers/{provider}", "Take a provider away, and forget its key", answer: .object(Provider.self)
        ) { call in
            let row = try await provider(call)
            let isKeySet = try await SecretRoutes.requireOpen(for: .key(of: row.id), call)
            let provider = try await call.store.write { try Provider.remove(row.id, by: call.author.actor, in: $0) }
            do { try await SecretRoutes.remove(.key(of: row.id), call) } catch {
                // Where no key was set there is nothing to forget; one that is left is forgotten before anybody has this name again.
                if isKeySet || !(error is SecretStoreError) { throw error }
            }
            return try .json(of: provider.shown)
        },
        Route(
            .put, "/api/providers/{provider}/key", "Set a provider's key, which nobody can read any more",
            body: .json(Key.self), answer: .json(shape)
        ) { call in
            let provider = try await provider(call)
            let body = try await call.body(Key.self)
            let isAnother = try await SecretRoutes.set(try body.checked, for: .key(of: provider.id), call)
            call.server.health.forget(provider.id)  // what the key before has used up says nothing of this one
            // The same once more is no change, but a wish that what failed be tried with it.
            if !isAnother { try await call.store.write { try RunCheckpoint.release(at: provider.id, in: $0) } }
            return .json(try json(of: provider, call))
        },
        Route(.delete, "/api/providers/{provider}/key", "Forget a provider's key", answer: .json(shape)) { call in
            let provider = try await provider(call)
            try await SecretRoutes.remove(.key(of: provider.id), insists: true, call)
            call.server.health.forget(provider.id)
            return .json(try json(of: provider, call))
        },
        Route(
            .post, "/api/providers/{provider}/test",
            "Call the provider and say what it answers; if it is well, what it held up goes on",
            answer: .object(ProviderCheck.self)
        ) { call in
            let provider = try await provider(call)
            call.server.secrets.recheck()
            let check = await call.server.providers.check(provider)
            if check.reachable {
                let wasAway = call.server.health.forget(provider.id)
                try await call.store.write { transaction in
                    if wasAway { try provider.noteReturn(in: transaction) }
                    try RunCheckpoint.release(at: provider.id, in: transaction)
                }
            }
            return try .json(of: check)
        },
    ]

    /// A key goes to the address that it was set for and to no other: where the address is to change, or a provider of this name
    /// was taken away and its key was left, it is set again.
    private static func forgetKey(ofWhatMovesBy draft: Provider.Draft, _ call: Call) async throws {
        guard let id = draft.id ?? Slug.make(from: draft.name).map({ Provider.ID($0) }) else { return }
        let earlier = try await call.store.read { try $0.find(Provider.self, id) }
        if let earlier, draft.baseURL.map(ProviderAddress.origin(of:)) ?? earlier.origin == earlier.origin { return }
        try await SecretRoutes.remove(.key(of: id), call)
    }

    private static func provider(_ call: Call) async throws -> Provider {
        let id = Provider.ID(try call.path("provider"))
        return try await call.store.read { try Provider.require(id, in: $0) }
    }

    private static let shape = AnswerShape.one(
        Provider.self,
        with: [
            "has_key": .flag, "key_from": .optional(.text), "key_name": .optional(.text), "key_problem": .optional(.text),
            "key_needed": .flag, "usable": .flag, "found_models": .optional(.many(.text)),
        ])

    /// A provider with what is known of its key, and of a server of its kind that was found on this machine.
    private static func json(of provider: Provider, _ call: Call) throws -> JSONValue {
        let key = call.server.providers.key(of: provider)
        let found = provider.kind == .ollama ? call.server.found.models : nil
        return try ResponseJSON.value(
            of: provider.shown,
            adding: [
                "has_key": .bool(key.isThere), "key_from": key.source.map { .string($0.rawValue) } ?? .null,
                "key_name": key.name.map { .string($0) } ?? .null, "key_problem": key.problem.map { .string($0) } ?? .null,
                "key_needed": .bool(key.isNeeded),
                "usable": .bool(provider.enabled && provider.isSetUp(for: call.server.providers)),
                "found_models": found.map { .array($0.map { .string($0) }) } ?? .null,
            ])
    }

    struct Key: RequestBody {
        var key: String

        enum CodingKeys: String, CodingKey, CaseIterable { case key }

        /// - Throws: ``APIError`` for what cannot be a key; it does not repeat it.
        var checked: String {
            get throws {
                let key = key.trimmed
                guard (1...8192).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                    throw APIError.invalid("key", "must be 1 to 8192 visible characters of ASCII")
                }
                return key
            }
        }
    }

    struct Put: RequestBody {
        var id: Provider.ID?
        var name: String
        var kind: ProviderKind
        var baseURL: String?
        var apiKeyEnv: String?
        /// The name of the secret that is the key.
        var apiKeySecret: String?
        var defaultModel: String?
        var concurrencyCap: Int?
        var contextWindow: Int?
        /// Whether its calls are covered by a subscription.
        var subscription: Bool?
        var privacyTier: PrivacyTier?
        var enabled: Bool?
        /// How long an answer may take to begin, 1 to 1,800; 0 for what is usual.
        var firstByteSeconds: Int?
        /// `chat` or `responses`; `auto` leaves it to the model.
        var api: String?
        var think: Bool?
        var promptCaching: Bool?
        /// Whether its models take pictures: `yes` or `no`; `auto` leaves it to the model's name.
        var images: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, name, kind, enabled, subscription, api, think, images
            case baseURL = "base_url"
            case apiKeyEnv = "api_key_env"
            case apiKeySecret = "api_key_secret"
            case defaultModel = "default_model"
            case concurrencyCap = "concurrency_cap"
            case contextWindow = "context_window"
            case privacyTier = "privacy_tier"
            case firstByteSeconds = "first_byte_seconds"
            case promptCaching = "prompt_caching"
        }

        var draft: Provider.Draft {
            get throws {
                Provider.Draft(
                    id: id, name: name, kind: kind, baseURL: baseURL, apiKeyEnv: apiKeyEnv,
                    apiKey: try apiKeySecret.map { SecretReference(try SecretName($0)) }, defaultModel: defaultModel,
                    concurrencyCap: concurrencyCap, contextWindow: contextWindow, subscription: subscription,
                    privacyTier: privacyTier, enabled: enabled,
                    manner: .init(
                        firstByteSeconds: firstByteSeconds, api: api, think: think, promptCaching: promptCaching, images: images))
            }
        }
    }
}
