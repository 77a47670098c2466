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
                let page = try await desk.client.list(.company(company, "queue"), limit: limit.limit)
                let subjects = try await WorkSubjects(of: page.items, in: company, desk.client)
                let work: [ClientDesk.Column] = [
                    .member("ID", "id", .id), .person("WHO", "agent_id", names), .member("CAUSE", "cause"),
                ]
                let about = ClientDesk.Column("ABOUT") { subjects.of($0) }
                // Programs know the columns by their places, and want what a person has no room for.
                let more: [ClientDesk.Column] =
                    desk.form == .table
                    ? [about, .init("WHY IT WAITS", .whole) { WaitWords.of($0) }]
                    : [
                        .member("STATUS", "status", .state), .member("PRIORITY", "priority", .number),
                        .init("WAITS FOR") { $0["waits_for"]?["message"]?.string ?? "" }, about,
                    ]
                try desk.show(page, work + more, empty: "Nothing waits.")
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Take back work that has not begun.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("Taken back.") {
                try await $0.delete($1.path())
            } after: { work, company, desk in
                guard let id = work["ticket_id"]?.string else { return nil }
                let ticket = try await desk.client.get(.company(company, "tickets", id))
                guard ticket.text("status") == TicketStatus.blocked.rawValue else { return nil }
                let label = "#\(ticket.int("number"))"
                let advice = BlockedTicket.advice(label: label, question: nil, options: desk.client.location.options)
                return "\(label) is blocked by that. \(advice)"
            }
        }
    }

    struct Up: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "up", abstract: "Put work before all else that waits in the company.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("It is the next of the company.") {
                try await $0.post($1.path("up"))
            } after: {
                try await WorkArgument.hold(on: $0, in: $1, $2)
            }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Let work begin now that waits for its time or for another try.")
        @OptionGroup var work: WorkArgument

        func run() async throws {
            try await work.change("It is its time now.") {
                try await $0.post($1.path("run"))
            } after: {
                try await WorkArgument.hold(on: $0, in: $1, $2) ?? "It begins as soon as there is a slot for it."
            }
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
                let skips = try await desk.client.list(.company(company, "queue", "skips")).items
                let subjects =
                    desk.form == .table
                    ? try await WorkSubjects(of: skips, keys: ["subject_id"], in: company, desk.client) : .none
                let isTable = desk.form == .table
                try desk.show(
                    skips,
                    [
                        .person("WHO", "employee_id", names), .member("CAUSE", "cause"),
                        .init("REASON") { isTable ? WaitWords.skipped($0) : $0.text("reason") },
                        .member("TIMES", "count", .number),
                        .init("ABOUT") { isTable ? subjects.name($0.text("subject_id")) : $0.text("subject_id") },
                    ], empty: "Nothing was passed over.")
            }
        }
    }
}

/// One piece of work in the queue, to be changed.
struct WorkArgument: ParsableArguments {
    @Argument(help: "The work's id, its last six characters or more, or AUR-7 for what there is for that ticket.")
    var work: String
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    /// Where the work is found.
    struct Place {
        let company: String
        let id: String

        func path(_ verb: String...) -> APIPath { .company(company, parts: ["queue", id] + verb) }
    }

    /// Asks the server for a change of the work, and says what was done.
    ///
    /// - Parameter more: What else is to be said of it, from what the work is now.
    func change(
        _ sentence: String, _ ask: @escaping @Sendable (APIClient, Place) async throws -> JSONValue,
        after more: @escaping @Sendable (_ work: JSONValue, _ company: String, _ desk: ClientDesk) async throws -> String?
    ) async throws {
        try await options.withDesk(in: company) { desk, company in
            let changed = try await ask(desk.client, Place(company: company, id: try await id(desk, company)))
            let remark = try await more(changed, company, desk)
            try desk.show(changed) { _ in [sentence] + (remark.map { [$0] } ?? []) }
        }
    }

    private func id(_ desk: ClientDesk, _ company: String) async throws -> String {
        let queue = APIPath.company(company, "queue")
        guard let ticketName = TicketWord.name(work) else { return try await desk.id(work, in: queue, kind: "piece of work") }
        let ticket = try await desk.client.get(desk.ticketPath(ticketName, of: company)).text("id")
        let found = try await desk.client.list(queue).items.filter { $0["ticket_id"]?.string == ticket }.map { $0.text("id") }
        if found.count == 1, let one = found.first { return one }
        guard !found.isEmpty else { throw CommandFailure.notFound("Nothing for \(work) waits or goes on.") }
        throw CommandFailure.usage(
            "There are \(found.count) pieces of work for \(work): \(found.map(ShortID.of).joined(separator: ", ")).",
            hint: "Name one by its id.")
    }

    /// What keeps the work from beginning all the same; `nil` when nothing does.
    static func hold(on work: JSONValue, in company: String, _ desk: ClientDesk) async throws -> String? {
        let queue = try await desk.client.list(.company(company, "queue")).items
        let held = desk.held(queue.first { $0["id"] == work["id"] }?["waits_for"])
        return held.flatMap { $0.isStanding ? "It waits all the same. \($0.sentence)" : nil }
    }
}
