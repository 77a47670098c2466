import Domain
import Engine
import HTTPTypes
import Store

/// Settings of the whole program that may be changed while it runs.
enum SettingRoutes {
    static let all = [
        Route(
            .get, "/api/settings", "List the settings of the whole program",
            answer: .json(.list(shape))
        ) { call in
            try await call.store.read { transaction in
                .json(["items": .array(try SettingKey.allCases.map { try value(of: $0, call, in: transaction) }), "next": .null])
            }
        },
        Route(
            .put, "/api/settings/{key}", "Change a setting; null puts it back", body: .json(Change.self), answer: .json(shape)
        ) { call in
            let body = try await call.body(Change.self)
            guard let key = SettingKey(rawValue: try call.path("key")) else { throw RuleViolation.notFound("setting") }
            return try await call.store.write { transaction in
                // A bare `nil` would be the JSON null.
                let value = body.value == .null ? JSONValue?.none : body.value
                try Setting.change(key, to: value, by: call.author.actor, in: transaction)
                return .json(try Self.value(of: key, call, in: transaction))
            }
        },
    ]

    private static let shape: AnswerShape = .members([
        "key": .text, "value": .anything, "in_effect": .anything, "purpose": .text,
    ])

    /// The setting with what counts now, also where nobody has set it.
    private static func value(of key: SettingKey, _ call: Call, in transaction: any Transaction) throws -> JSONValue {
        let own = try Setting.value(of: key.rawValue, in: transaction)
        let usual: JSONValue = key == .slots ? .integer(Int64(call.server.pulse.slots)) : .null
        if key == .strategy, let strategy = try Setting.strategy(in: transaction) {
            let reach = try ModelChoice(for: call.server.providers, in: transaction).reach
            let resolution = strategy.resolved(
                on: call.server.machine, hasLocal: reach.hasLocal, hasCloud: reach.hasCloud)
            return [
                "key": .string(key.rawValue), "value": own ?? .null, "in_effect": try ResponseJSON.value(of: resolution),
                "purpose": .string(key.purpose),
            ]
        }
        return [
            "key": .string(key.rawValue), "value": own ?? .null, "in_effect": own ?? usual, "purpose": .string(key.purpose),
        ]
    }

    struct Change: RequestBody {
        var value: JSONValue

        enum CodingKeys: String, CodingKey, CaseIterable { case value }
    }
}
