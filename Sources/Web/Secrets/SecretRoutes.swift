import Domain
import HTTPTypes
import Store

/// Secrets: set, forgotten, listed by their names, and never read.
enum SecretRoutes {
    static let all = [
        Route(
            .get, "/api/secrets", "List the names of secrets",
            answer: .json(.list(.members(["id": .text, "is_set": .flag, "provider_id": .optional(.text)])))
        ) { call in
            let names = try await call.store.read { try SecretNames.list(in: $0) }
            let items = try names.map { name -> JSONValue in
                let isSet = try call.server.secrets.value(of: name) != nil
                let provider = try SecretName(name).provider
                return [
                    "id": .string(name), "is_set": .bool(isSet),
                    "provider_id": provider.map { .string($0.rawValue) } ?? .null,
                ]
            }
            return .json(["items": .array(items), "next": .null])
        },
        Route(
            .put, "/api/secrets/{name}", "Set a secret, which nobody can read any more", body: .json(Value.self), answer: shape
        ) { call in
            let name = try SecretName(call.path("name"))
            let body = try await call.body(Value.self)
            guard (1...65536).contains(body.value.utf8.count) else {
                throw APIError.invalid("value", "must have 1 to 65536 bytes")
            }
            return .json(try await answer(name, changed: set(body.value, for: name, call)))
        },
        Route(.delete, "/api/secrets/{name}", "Forget a secret", answer: shape) { call in
            let name = try SecretName(call.path("name"))
            return .json(try await answer(name, changed: remove(name, insists: true, call)))
        },
    ]

    private static let shape = Route.Answer.json(.members(["id": .text, "changed": .flag]))

    private static func answer(_ name: SecretName, changed: Bool) -> JSONValue {
        ["id": .string(name.text), "changed": .bool(changed)]
    }

    /// Keeps a secret, and notes that where it is another than before.
    @discardableResult
    static func set(_ value: String, for name: SecretName, _ call: Call) async throws -> Bool {
        guard try call.server.secrets.set(value, for: name) else { return false }
        try await call.store.write { try SecretNames.noteSet(name, by: call.author.actor, in: $0) }
        return true
    }

    /// Makes sure that a secret can be forgotten, if one of this name was set.
    ///
    /// - Returns: Whether one was.
    /// - Throws: ``SecretStoreError`` where it was and the store of secrets cannot be opened.
    static func requireOpen(for name: SecretName, _ call: Call) async throws -> Bool {
        guard try await call.store.read({ try SecretNames.list(in: $0).contains(name.text) }) else { return false }
        try call.server.secrets.requireOpen(for: name)
        return true
    }

    /// Forgets a secret, and notes that where there was one, or where one was set that is not there any more.
    ///
    /// - Parameter insists: Whether to note it also where the store of secrets cannot be opened, which is an error all the same:
    ///   then nothing waits any more for the secret to be found.
    @discardableResult
    static func remove(_ name: SecretName, insists: Bool = false, _ call: Call) async throws -> Bool {
        let removal: Result<Bool, SecretStoreError>
        do throws(SecretStoreError) { removal = .success(try call.server.secrets.remove(name)) } catch {
            guard insists else { throw error }
            removal = .failure(error)
        }
        let isNoted = try await call.store.write { transaction in
            let isListed = try SecretNames.list(in: transaction).contains(name.text)
            guard isListed || removal == .success(true) else { return false }
            try SecretNames.noteRemoval(name, by: call.author.actor, in: transaction)
            return true
        }
        if isNoted { call.server.secrets.expectNoMore(name) }
        _ = try removal.get()
        return isNoted
    }

    struct Value: RequestBody {
        var value: String

        enum CodingKeys: String, CodingKey, CaseIterable { case value }
    }
}
