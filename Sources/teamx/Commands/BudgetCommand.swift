import ArgumentParser
import Domain

/// `teamx budget`.
struct BudgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget", abstract: "Say what may be spent in a month, and see what was.",
        subcommands: [List.self, Show.self, Set.self, Remove.self, Ledger.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List budgets and how they stand this month.",
            discussion: """
                Only what is billed is spent. What is notional, because it ran on this machine or \
                under a subscription, and calls whose price is not known stand beside it and take \
                no room of a budget.
                """, aliases: ["ls"])

        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let columns: [ClientDesk.Column] = [
                    .init("WHOSE") { BudgetWords.whose($0, names) },
                    .init("CAP", .number) { BudgetWords.dollars($0, "hard_cap_usd") },
                    .init("SPENT", .number) { BudgetWords.dollars($0, "spent_usd") },
                    .init("LEFT", .number) { BudgetWords.dollars($0, "remaining_usd") },
                    .init("NOTIONAL", .number) { BudgetWords.notional($0) },
                    .init("UNPRICED", .number) { BudgetWords.unpriced($0) },
                    .init("STATE", .state) { BudgetWords.state($0) },
                    .member("ID", "id", .id),
                ]
                let budgets = try await desk.client.list(.company(company, "budgets"))
                try desk.show(budgets, columns, empty: "There is no budget: nothing limits what is spent.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a budget, or what the company has spent this month.")

        @OptionGroup var budget: BudgetChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                guard budget.isGiven else {
                    let spending = try await desk.client.get(.company(company, "spending"))
                    return try desk.show(spending) { BudgetWords.lines(spending: $0, names) }
                }
                let found = try await budget.require(desk, of: company)
                try desk.show(found) { BudgetWords.lines(budget: $0, names) }
            }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Set a budget, or change it: what it has stopped goes on when it is raised.",
            discussion: """
                EXAMPLES:
                  teamx budget set 50
                  teamx budget set 5 --employee noor --warn 60
                  teamx budget set 0 --employee noor
                """)

        @Argument(help: "How many dollars may be spent in a month; 0 allows no model call at all.") var cap: String?
        @OptionGroup var budget: BudgetChoice
        @Option(help: "At how many percent of it to warn; 80 otherwise.") var warn: Int?
        @Flag(inversion: .prefixedNo, help: "Whether the whole company pauses when it is used up.") var autoPause: Bool?
        @Flag(help: "It counts again.") var on = false
        @Flag(help: "It does not count for now.") var off = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard !on || !off else { throw ValidationError("Either --on or --off.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = [:]
                if let cap { body["hard_cap_usd"] = .string(BudgetWords.amount(cap)) }
                if let warn { body["warning_threshold_pct"] = .integer(Int64(warn)) }
                if let autoPause { body["auto_pause"] = .bool(autoPause) }
                if on || off { body["enabled"] = .bool(on) }
                let names = try await desk.client.names(of: company)
                let known = try await budget.find(desk, of: company)
                if let known {
                    let path = APIPath.company(company, "budgets", known.text("id"))
                    let changed = body.isEmpty ? known : try await desk.client.patch(path, .object(body))
                    return try desk.show(changed) { BudgetWords.lines(budget: $0, names) }
                }
                guard cap != nil else { throw CommandFailure.usage("Say how many dollars may be spent in a month.") }
                body.merge(try await budget.scope(desk, of: company)) { old, _ in old }
                let made = try await desk.client.post(.company(company, "budgets"), .object(body), key: desk.newKey())
                try desk.show(made) { BudgetWords.lines(budget: $0, names) }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a budget away; what was spent stays in the ledger.", aliases: ["rm"])

        @OptionGroup var budget: BudgetChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await budget.require(desk, of: company)
                let names = try await desk.client.names(of: company)
                let gone = try await desk.client.delete(.company(company, "budgets", found.text("id")))
                try desk.show(gone) { ["There is no budget of \(BudgetWords.whose($0, names)) any more."] }
            }
        }
    }

    struct Ledger: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ledger", abstract: "List what runs have cost, the newest first.")

        @OptionGroup var budget: BudgetChoice
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let scope = try await budget.scope(desk, of: company)
                let path = APIPath.company(company, "ledger").asking("scope_kind", scope["scope_kind"]?.string)
                    .asking("scope_ref_id", scope["scope_ref_id"]?.string)
                let columns: [ClientDesk.Column] = [
                    .person("WHO", "employee_id", names), .member("PROVIDER", "provider"), .member("MODEL", "model"),
                    .init("BILLED", .number) { $0["amount_usd"]?.string == nil ? "" : BudgetWords.dollars($0, "amount_usd") },
                    .init("NOTIONAL", .number) { BudgetWords.notional($0) },
                    .init("UNPRICED", .number) { BudgetWords.unpriced($0) }, .member("RUN", "run_id", .id),
                ]
                try desk.show(try await desk.client.list(path, limit: limit.limit), columns, empty: "No run is in the ledger.")
            }
        }
    }
}
