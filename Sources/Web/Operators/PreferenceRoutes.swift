import Domain
import HTTPTypes
import Store

/// How a person likes the cockpit to be.
enum PreferenceRoutes {
    static let all = [
        Route(.get, "/api/preferences", "Show how you like the cockpit to be", answer: .json(shape)) { call in
            let reader = call.server.owner
            return try await call.store.read { .json(try current(of: reader, $0)) }
        },
        Route(
            .put, "/api/preferences", "Change some of how you like the cockpit to be", body: .json(Choice.self),
            answer: .json(shape)
        ) { call in
            let body = try await call.body(Choice.self)
            let reader = call.server.owner
            if let keys = body.keys { try CockpitKeys.check(keys) }
            return try await call.store.write { transaction in
                try OperatorPreferences.choose(body.members, by: reader, in: transaction)
                return .json(try current(of: reader, transaction))
            }
        },
    ]

    private static let shape = AnswerShape.members([
        "theme": .text, "density": .text, "single_keys": .flag, "announce": .text,
        "keys": .members([:]),
    ])

    private static let usual = Choice(theme: .system, density: .comfortable, singleKeys: true, announce: .boundaries, keys: [:])

    static func current(of reader: Operator.ID, _ transaction: any Transaction) throws -> JSONValue {
        let chosen = try OperatorPreferences.chosen(by: reader, in: transaction)
        return .object(usual.members.merging(chosen) { usual, own in own == .null ? usual : own })
    }

    struct Choice: RequestBody {
        var theme: CockpitTheme?
        var density: CockpitDensity?
        var singleKeys: Bool?
        var announce: CockpitAnnouncements?
        /// What each key stands for; those that were chosen before are no more.
        var keys: [String: String]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case theme, density, announce, keys
            case singleKeys = "single_keys"
        }

        /// What was given.
        var members: [String: JSONValue] {
            var members: [String: JSONValue] = [:]
            members["theme"] = theme.map { .string($0.rawValue) }
            members["density"] = density.map { .string($0.rawValue) }
            members["single_keys"] = singleKeys.map { .bool($0) }
            members["announce"] = announce.map { .string($0.rawValue) }
            members["keys"] = keys.map { .object($0.mapValues { .string($0) }) }
            return members
        }
    }
}
