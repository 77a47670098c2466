import ArgumentParser
import Domain
import FoundationEssentials

/// `teamx usage`.
struct UsageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "See what models were asked and what it cost.",
        discussion: """
            Three columns that are never added up: billed is what providers will want to have; \
            notional is what it would cost at list price, on this machine or under a \
            subscription; unpriced calls have no known price.

            EXAMPLES:
              teamx usage
              teamx usage --by employee --from 2026-11-01
              teamx usage --by day --zone Europe/Berlin
            """)

    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case model, employee, provider, day, ticket, project, routine, tier
    }

    @Option(help: "model, employee, provider, day, ticket, project, routine, or privacy tier as tier.") var by = Grouping.model
    @Option(help: "From the beginning of this day, such as 2026-11-01.") var from: String?
    @Option(help: "Before the beginning of this day.") var to: String?
    @Option(help: "By whose clock days begin, such as Europe/Berlin; UTC otherwise.") var zone: String?
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let path = try APIPath.company(company, "usage").asking("by", by.rawValue).asking("zone", zone)
                .asking("from", from.map { try Self.moment($0, in: zone) })
                .asking("to", to.map { try Self.moment($0, in: zone) })
            let usage = try await desk.client.get(path)
            guard desk.isForPeople, desk.fields == nil else { return try desk.show(usage) { _ in [] } }
            let total = JSONValue.object((usage["total"]?.object ?? [:]).merging(["name": "total"]) { own, _ in own })
            let items = usage["items"]?.array ?? []
            let isTable = desk.form == .table
            let count = { @Sendable (line: JSONValue, key: String) -> String in
                isTable ? Quantity.count(Self.sum(line, key)) : "\(Self.sum(line, key))"
            }
            try desk.show(
                items.isEmpty ? [] : items + [total],
                [
                    .init(by.rawValue.uppercased()) { $0.text("name") },
                    .init("CALLS", .number) { count($0, "calls") }, .init("IN", .number) { count($0, "prompt_tokens") },
                    .init("CACHED", .number) { count($0, "cached_tokens") },
                    .init("OUT", .number) { count($0, "completion_tokens") },
                    .init("BILLED", .number) { Self.amount($0, .billed) },
                    .init("NOTIONAL", .number) { Self.amount($0, .notional) },
                    .init("UNPRICED", .number) { Self.unpriced($0) },
                ], empty: "No model was asked.")
        }
    }

    /// Tokens and calls are of one kind wherever they were spent; dollars are not.
    private static func sum(_ line: JSONValue, _ key: String) -> Int {
        CostKind.allCases.reduce(0) { $0 + (line[$1.rawValue]?.int(key) ?? 0) }
    }

    private static func amount(_ line: JSONValue, _ kind: CostKind) -> String {
        guard let part = line[kind.rawValue], part.int("calls") > 0 else { return "" }
        return Quantity.dollars(part.money("amount_usd"))
    }

    private static func unpriced(_ line: JSONValue) -> String {
        let calls = line[CostKind.unknown.rawValue]?.int("calls") ?? 0
        return calls == 0 ? "" : Quantity.of(calls, "call")
    }

    /// The beginning of a day, in milliseconds.
    private static func moment(_ day: String, in zone: String?) throws -> String {
        guard let number = LocalMoment.day(day) else {
            throw CommandFailure.usage("“\(SafeText.line(day))” is no day such as 2026-11-01.")
        }
        // The server says so of a zone that there is not.
        let zone = zone.flatMap { TimeZone(identifier: $0) } ?? .gmt
        return String(LocalTime.first(of: 0, on: number, in: zone).milliseconds)
    }
}
