import ArgumentParser
import Domain

/// `teamx queue`.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "See what waits and why, and change its order.",
        subcommands: [List.self, Cancel.self, Up.self, Run.self, Skips.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what goes on and what waits, in its order, with why it waits.", aliases: ["ls"])
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                try desk.show(
                    try await desk.client.list(.company(company, "queue"), limit: limit.limit),
                    [
                        .member("ID", "id", .whole), .person("WHO", "agent_id", names), .member("CAUSE", "cause"),
                        .member("STATUS", "status", .state), .member("PRIORITY", "priority", .number),
                        .init("WAITS FOR") { $0["waits_for"]?["message"]?.string ?? "" },
                    ], empty: "Nothing waits.")
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Take back work that has not begun.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("Taken back.") { try await $0.delete($1.path()) }
        }
    }

    struct Up: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "up", abstract: "Put work before all else that waits in the company.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("It is the next of the company.") { try await $0.post($1.path("up")) }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Let work begin now that waits for its time or for another try.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("It begins as soon as there is a slot for it.") { try await $0.post($1.path("run")) }
        }
    }

    struct Skips: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "skips", abstract: "List what was passed over or refused, and why.")
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                try desk.show(
                    try await desk.client.list(.company(company, "queue", "skips")).items,
                    [
                        .person("WHO", "employee_id", names), .member("CAUSE", "cause"), .member("REASON", "reason"),
                        .member("TIMES", "count", .number), .member("ABOUT", "subject_id", .whole),
                    ], empty: "Nothing was passed over.")
            }
        }
    }
}

/// One piece of work in the queue, to be changed.
struct WorkArgument: ParsableArguments {
    @Argument(help: "The work's id, or the first six characters of it or more.") var work: String
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    /// Where the work is found.
    struct Place {
        let company: String
        let id: String

        func path(_ verb: String...) -> APIPath { .company(company, parts: ["queue", id] + verb) }
    }

    /// Asks the server for a change of the work, and says what was done.
    func change(_ sentence: String, _ ask: @escaping @Sendable (APIClient, Place) async throws -> JSONValue) async throws {
        try await options.withDesk(in: company) { desk, company in
            let id = try await desk.id(work, in: .company(company, "queue"), kind: "piece of work")
            try desk.show(try await ask(desk.client, Place(company: company, id: id))) { _ in [sentence] }
        }
    }
}
