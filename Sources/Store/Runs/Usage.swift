package import Domain
package import FoundationEssentials

/// What models were asked for a company and what that cost, in three ledgers that are never added up.
package struct Usage: Hashable, Sendable {
    /// What one ledger has of one model, employee, provider or day.
    package struct Part: Hashable, Sendable {
        package var calls = 0
        /// All tokens read, those from a provider's cache included.
        package var promptTokens = 0
        package var cachedTokens = 0
        package var completionTokens = 0
        /// In US dollars; says nothing where no price is known.
        package var amount = Money.zero

        package init() {}
    }

    package struct Line: Hashable, Sendable {
        /// What ``Usage/Grouping`` says; an empty text where the grouping has no place for it.
        package let key: String
        package var parts: [CostKind: Part] = [:]
    }

    /// Sorted by their keys.
    package let lines: [Line]
    package let total: [CostKind: Part]

    /// What the company's runs that began in a span of time have used, calls that failed included.
    ///
    /// - Parameter zone: By whose clock days begin.
    /// - Throws: ``StoreError``; ``MoneyError`` when a sum is beyond nine billion dollars.
    package init(
        of company: Company.ID, from start: Timestamp, to end: Timestamp, by grouping: Grouping, zone: TimeZone = .gmt,
        in transaction: any Transaction
    ) throws {
        let reading = try grouping.reading(in: zone, transaction)
        var lines: [String: Line] = [:]
        var total: [CostKind: Part] = [:]
        func add(_ part: Part, _ raw: String, _ kind: CostKind) throws {
            let key = reading(raw)
            try lines[key, default: Line(key: key)].parts[kind, default: Part()].add(part)
            try total[kind, default: Part()].add(part)
        }
        for group in try Self.steps(company, start, end, grouping, transaction) { try add(group.part, group.key, group.kind) }
        for rest in try Self.rests(company, start, end, grouping, transaction) { try add(rest.part, rest.key, rest.kind) }
        self.lines = lines.values.sorted { $0.key < $1.key }
        self.total = total
    }

    private typealias Group = (key: String, kind: CostKind, part: Part)

    /// Committed calls; those of one kind and one cost are counted by the database, and multiplied exactly.
    private static func steps(
        _ company: Company.ID, _ start: Timestamp, _ end: Timestamp, _ grouping: Grouping, _ transaction: any Transaction
    ) throws -> [Group] {
        let key = grouping.key(provider: "s.provider", row: "s.provider_id", model: "s.model")
        return try transaction.rows(
            """
            SELECT \(key), s.cost_kind, s.cost_usd, count(*), sum(s.prompt_tokens), sum(s.cache_read_tokens),
              sum(s.completion_tokens)
            FROM runs r JOIN run_steps s ON s.run_id = r.id
            WHERE r.company_id = \(company) AND r.started_at >= \(start) AND r.started_at < \(end) GROUP BY 1, 2, 3
            """
        ) { row in
            let each = try Money(column: row.value(at: 2))
            let calls = try Int(column: row.value(at: 3))
            var part = Part()
            part.calls = calls
            part.promptTokens = try Int(column: row.value(at: 4))
            part.cachedTokens = try Int(column: row.value(at: 5))
            part.completionTokens = try Int(column: row.value(at: 6))
            part.amount = try each.times(calls)
            return (try String(column: row.value(at: 0)), try CostKind(column: row.value(at: 1)), part)
        }
    }

    /// What runs have used beyond their steps: calls that did not come to their end.
    private static func rests(
        _ company: Company.ID, _ start: Timestamp, _ end: Timestamp, _ grouping: Grouping, _ transaction: any Transaction
    ) throws -> [Group] {
        let key = grouping.key(provider: "r.provider", row: "r.provider_id", model: "r.model")
        return try transaction.rows(
            """
            SELECT \(key), r.cost_kind, r.cost_usd, r.prompt_tokens - coalesce(sum(s.prompt_tokens), 0) AS prompt_rest,
              r.completion_tokens - coalesce(sum(s.completion_tokens), 0) AS completion_rest, group_concat(s.cost_usd)
            FROM runs r LEFT JOIN run_steps s ON s.run_id = r.id
            WHERE r.company_id = \(company) AND r.started_at >= \(start) AND r.started_at < \(end)
            GROUP BY r.id HAVING prompt_rest > 0 OR completion_rest > 0
            """
        ) { row in
            var amount = try Money(column: row.value(at: 2))
            for text in (try String?(column: row.value(at: 5)) ?? "").split(separator: ",") {
                amount = try amount - Money(String(text))
            }
            var part = Part()
            part.calls = 1
            part.promptTokens = max(0, try Int(column: row.value(at: 3)))
            part.completionTokens = max(0, try Int(column: row.value(at: 4)))
            part.amount = max(.zero, amount)
            return (try String(column: row.value(at: 0)), try CostKind(column: row.value(at: 1)), part)
        }
    }
}

extension Usage.Part {
    fileprivate mutating func add(_ other: Usage.Part) throws(MoneyError) {
        calls += other.calls
        promptTokens += other.promptTokens
        cachedTokens += other.cachedTokens
        completionTokens += other.completionTokens
        amount = try amount + other.amount
    }
}

extension Money {
    fileprivate func times(_ count: Int) throws(MoneyError) -> Money {
        let (product, overflow) = nanoDollars.multipliedReportingOverflow(by: Int64(count))
        guard !overflow else { throw .overflow }
        return Money(nanoDollars: product)
    }
}
