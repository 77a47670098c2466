import Domain
import FoundationEssentials
import HTTPTypes
import Store

/// What models were asked, and what that cost.
enum UsageRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/usage",
            "Show what models were asked and what it cost: billed, notional and unknown apart, never added up",
            query: [.text("from"), .text("to"), .word("by", of: Usage.Grouping.self), .text("zone")],
            answer: .json(
                .members([
                    "by": .text, "zone": .text, "from": .optional(.number), "to": .optional(.number),
                    "items": .many(.members(ledgers.merging(["key": .text, "name": .text]) { own, _ in own })),
                    "total": .members(ledgers),
                ]))
        ) { call in
            let by = try call.word("by", as: Usage.Grouping.self) ?? .model
            let zone = try call.zone()
            let (from, to) = (try call.moment("from"), try call.moment("to"))
            return try await call.store.read { transaction in
                let company = try call.company(in: transaction)
                let usage = try Usage(
                    of: company.id, from: from ?? Timestamp(milliseconds: 0), to: to ?? Timestamp(milliseconds: .max), by: by,
                    zone: zone, in: transaction)
                let names = try by.names(of: Set(usage.lines.map(\.key)), in: company, transaction)
                let items = usage.lines.map { line in
                    json(line.parts, ["key": .string(line.key), "name": .string(names[line.key] ?? line.key)])
                }
                return .json([
                    "by": .string(by.rawValue), "zone": .string(zone.identifier),
                    "from": from.map { .integer($0.milliseconds) } ?? .null,
                    "to": to.map { .integer($0.milliseconds) } ?? .null, "items": .array(items),
                    "total": json(usage.total, [:]),
                ])
            }
        }
    ]

    private static let ledger = AnswerShape.members([
        "calls": .number, "prompt_tokens": .number, "cached_tokens": .number, "completion_tokens": .number,
        "amount_usd": .optional(.text),
    ])

    private static let ledgers = Dictionary(uniqueKeysWithValues: CostKind.allCases.map { ($0.rawValue, ledger) })

    private static func json(_ parts: [CostKind: Usage.Part], _ more: [String: JSONValue]) -> JSONValue {
        var members = more
        for kind in CostKind.allCases {
            let part = parts[kind] ?? Usage.Part()
            members[kind.rawValue] = [
                "calls": .integer(Int64(part.calls)), "prompt_tokens": .integer(Int64(part.promptTokens)),
                "cached_tokens": .integer(Int64(part.cachedTokens)),
                "completion_tokens": .integer(Int64(part.completionTokens)),
                // What nobody knows is not nothing.
                "amount_usd": kind == .unknown ? .null : .string(part.amount.description),
            ]
        }
        return .object(members)
    }
}

extension Call {
    /// By whose clock days begin: a time zone's name, UTC when missing.
    fileprivate func zone() throws -> TimeZone {
        guard let name = query("zone") else { return .gmt }
        guard name.utf8.count < 100, let zone = TimeZone(identifier: name) else {
            throw APIError.invalid("zone", "must be the name of a time zone, such as Europe/Berlin")
        }
        return zone
    }

    /// A moment from the query, in milliseconds.
    fileprivate func moment(_ name: String) throws -> Timestamp? {
        guard let text = query(name) else { return nil }
        guard let number = Int64(text), number >= 0 else {
            throw APIError.invalid(name, "must be a moment in milliseconds since 1970")
        }
        return Timestamp(milliseconds: number)
    }
}
