import Domain
import HTTPTypes
import Store

/// What models cost, and what people say they cost.
enum PriceRoutes {
    static let all = [
        Route(.get, "/api/prices", "List prices, those that people have put on top first", answer: .json(shape)) { call in
            .json(answer(call))
        },
        Route(
            .put, "/api/prices", "Put a price list on top of the program's, in place of the one that was there",
            body: .json(File.self), answer: .json(shape)
        ) { call in
            let file = try await call.body(File.self).json
            try call.server.prices.check(file)
            try await call.store.write { try PriceOverrides.put(file, by: call.author.actor, in: $0) }
            try call.server.prices.override(with: file)
            return .json(answer(call))
        },
        Route(
            .post, "/api/prices/check", "Say whether a price list could be put on top; nothing is changed",
            body: .json(File.self), answer: .json(.members(["entries": .number]))
        ) { call in
            let file = try await call.body(File.self)
            try call.server.prices.check(file.json)
            return .json(["entries": .integer(Int64(file.entries.count))])
        },
        Route(.delete, "/api/prices", "Go back to the program's own prices", answer: .json(shape)) { call in
            try await call.store.write { try PriceOverrides.put(nil, by: call.author.actor, in: $0) }
            try call.server.prices.override(with: nil)
            return .json(answer(call))
        },
    ]

    private static let shape = AnswerShape.members([
        "version": .number, "note": .optional(.text), "next": .anything,
        "items": .many(
            .members([
                "id": .text, "kind": .text, "model": .text, "input": .text, "output": .text, "cache_read": .optional(.text),
                "cache_write": .optional(.text), "per_request": .optional(.text), "effective_from": .optional(.text),
                "is_override": .flag,
            ])),
    ])

    private static func answer(_ call: Call) -> JSONValue {
        let prices = call.server.prices
        let items =
            prices.overrides.map { json(of: $0, isOverride: true) } + prices.listed.map { json(of: $0, isOverride: false) }
        return [
            "version": .integer(Int64(prices.version)), "note": prices.note.map { .string($0) } ?? .null,
            "items": .array(items), "next": .null,
        ]
    }

    private static func json(of price: ListedPrice, isOverride: Bool) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string("\(price.kind.rawValue)/\(price.model)"), "is_override": .bool(isOverride),
        ]
        for key in ["cache_read", "cache_write", "per_request", "effective_from"] { members[key] = .null }
        return .object(members.merging(price.json.object ?? [:]) { _, new in new })
    }

    /// The same as a price list's file.
    struct File: RequestBody {
        var version: Int
        var currency: String
        var note: String?
        var entries: [JSONValue]

        enum CodingKeys: String, CodingKey, CaseIterable { case version, currency, note, entries }

        var json: JSONValue {
            var members: [String: JSONValue] = [
                "version": .integer(Int64(version)), "currency": .string(currency), "entries": .array(entries),
            ]
            if let note { members["note"] = .string(note) }
            return .object(members)
        }
    }
}
