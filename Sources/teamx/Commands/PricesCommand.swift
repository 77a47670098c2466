import ArgumentParser
import Domain
import FoundationEssentials

/// `teamx prices`.
struct PricesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prices", abstract: "See what models cost, and say what they cost you.",
        subcommands: [List.self, Import.self, Diff.self, Reset.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List prices in dollars for a million tokens.", aliases: ["ls"])

        @Option(help: "Only those of this kind of provider.") var kind: String?
        @Option(help: "Only models with this in their names.") var model: String?
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let answer = try await desk.client.get(APIPath("prices"))
                let prices = (answer["items"]?.array ?? []).filter { price in
                    (kind == nil || price.text("kind") == kind)
                        && (model.map { price.text("model").lowercased().contains($0.lowercased()) } ?? true)
                }
                try desk.show(
                    prices,
                    [
                        .member("KIND", "kind"), .member("MODEL", "model"), .member("IN", "input", .number),
                        .member("OUT", "output", .number), .member("CACHED", "cache_read", .number),
                        .member("KEPT", "cache_write", .number), .member("A CALL", "per_request", .number),
                        .member("FROM", "effective_from", .whole),
                        .init("YOURS") { $0["is_override"]?.bool == true ? "yes" : "" },
                    ], empty: "No price is known.")
                if desk.isForPeople, desk.fields == nil, let note = answer["note"]?.string {
                    desk.console.sentence("List \(answer.text("version")). \(SafeText.line(note))")
                }
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Put a price list on top of the program's, in place of the one before.",
            discussion: """
                A price list is JSON, as Documentation/money.md has it. What it does not name \
                costs as before. From then on; what was is not reckoned anew.

                EXAMPLE: teamx prices import ours.json
                """)

        @Argument(help: "The file.") var file: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let answer = try await desk.client.put(APIPath("prices"), try PriceFileArgument.read(file))
                try desk.show(answer) { answer in
                    let count = (answer["items"]?.array ?? []).count { $0["is_override"]?.bool == true }
                    return ["\(Quantity.of(count, "price")) of yours \(count == 1 ? "comes" : "come") before the list now."]
                }
            }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "Say how a price list differs from what counts now.",
            discussion: "EXAMPLE: teamx prices diff ours.json")

        @Argument(help: "The file.") var file: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let news = try PriceFileArgument.read(file)
                _ = try await desk.client.post(APIPath("prices", "check"), news)
                let now = try await desk.client.get(APIPath("prices"))["items"]?.array ?? []
                let changes = PriceChange.all(from: now, to: news["entries"]?.array ?? [])
                try desk.show(
                    changes.map(\.json),
                    [
                        .member("CHANGE", "change"), .member("KIND", "kind"), .member("MODEL", "model", .whole),
                        .member("PRICE", "price"), .member("NOW", "now"), .member("THEN", "then"),
                    ], empty: "It says nothing that does not count already.")
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset", abstract: "Go back to the program's own prices.")

        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(try await desk.client.delete(APIPath("prices"))) { _ in ["The program's own prices count."] }
            }
        }
    }
}

/// A price list that somebody named.
private enum PriceFileArgument {
    static func read(_ path: String) throws -> JSONValue {
        let text: String
        do { text = try TextFile.read(path) } catch {
            throw CommandFailure.usage("\(path) cannot be read.")
        }
        do { return try JSONValue(parsing: Array(text.utf8)) } catch {
            throw CommandFailure.usage("\(path) is not JSON: \(error).")
        }
    }
}

/// What a price list would change.
struct PriceChange: Hashable, Sendable {
    let kind: String
    let model: String
    /// Such as `input`.
    let price: String
    /// `nil` where there is none so far.
    let now: String?
    let then: String

    var json: JSONValue {
        [
            "change": now == nil ? "new" : "changed", "kind": .string(kind), "model": .string(model), "price": .string(price),
            "now": now.map { .string($0) } ?? .null, "then": .string(then),
        ]
    }

    /// The changes, one for each amount, in the order of the list.
    ///
    /// - Parameter now: What counts, overrides first.
    static func all(from now: [JSONValue], to entries: [JSONValue]) -> [PriceChange] {
        let amounts = ["input", "output", "cache_read", "cache_write", "per_request"]
        return entries.flatMap { entry in
            let same = ["kind", "model", "effective_from"]
            let known = now.first { old in same.allSatisfy { (old[$0] ?? .null) == (entry[$0] ?? .null) } }
            return amounts.compactMap { amount -> PriceChange? in
                guard let then = entry[amount]?.string else { return nil }
                let before = known?[amount]?.string
                // `2` and `2.0` are the same amount.
                if let before, before == then || (try? Money(before)) == (try? Money(then)) { return nil }
                return PriceChange(
                    kind: entry.text("kind"), model: entry.text("model"), price: amount, now: before, then: then)
            }
        }
    }
}
