import ArgumentParser
import Domain

/// `teamx schedule`.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "See and keep the calendar; whoever an entry is for is woken when it begins.",
        subcommands: [List.self, Add.self, Edit.self, Done.self, Cancel.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the calendar, with the dates of tickets, projects and goals.",
            discussion: "EXAMPLE: teamx schedule list --from 2026-12-01 --to 2026-12-31", aliases: ["ls"])
        @Option(help: "From this day or moment on, such as 2026-12-01 or “2026-12-01 09:00”.") var from: MomentOption?
        @Option(help: "Until this day or moment.") var to: MomentOption?
        @Flag(help: "Without the dates of tickets, projects and goals.") var own = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let path = APIPath.company(company, "schedule").asking("from", from.map { "\($0.moment.milliseconds)" })
                    .asking("to", to.map { "\($0.moment.milliseconds)" }).asking("own", own ? "true" : nil)
                try desk.show(
                    try await desk.client.list(path).items,
                    [
                        .init("BEGINS") { LocalMoment.text($0["starts_at"]) }, .member("WHAT", "title"),
                        .init("KIND") {
                            $0["source_kind"]?.string == ScheduleSource.manual.rawValue ? $0.text("kind") : Self.source($0)
                        },
                        .member("STATUS", "status", .state), .person("FOR", "assignee_id", names), .member("ID", "id", .id),
                    ],
                    empty: "Nothing is in the calendar. Put something in with: teamx schedule add TITLE --at “2026-12-01 09:00”")
            }
        }

        private static func source(_ entry: JSONValue) -> String {
            switch entry["source_kind"]?.string.flatMap(ScheduleSource.init(rawValue:)) {
            case .ticketDue: "ticket due"
            case .projectDue: "project target"
            case .goalDue: "goal target"
            case .manual, nil: entry.text("kind")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Put something into the calendar.",
            discussion: """
                EXAMPLES:
                  teamx schedule add "Call the printer" --at "2026-12-01 09:00" --assign noor
                  teamx schedule add "Launch" --at 2026-12-24 --remind 2026-12-20 --assign ada
                """)
        @Argument(help: "What it is.") var title: String
        @OptionGroup var entry: EntryOptions
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard entry.at != nil else { throw ValidationError("Say when it begins: --at “2026-12-01 09:00”.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body = try await entry.members(desk, company)
                body["title"] = .string(title)
                let made = try await desk.client.deliver(.company(company, "schedule"), .object(body), key: desk.newKey())
                try desk.made(
                    made, "\(made.text("title")) is in the calendar, at \(LocalMoment.text(made["starts_at"])).",
                    next: "schedule list")
            }
        }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Change an entry of the calendar; what is not named stays as it is.",
            discussion: "EXAMPLE: teamx schedule edit 4R_tW2 --at “2026-12-02 09:00”")
        @OptionGroup var which: EntryArgument
        @Option(help: "What it is.") var title: String?
        @OptionGroup var entry: EntryOptions
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body = try await entry.members(desk, company)
                if let title { body["title"] = .string(title) }
                guard !body.isEmpty else { throw CommandFailure.usage("Say what to change, such as --at, --assign or --title.") }
                let path = APIPath.company(company, "schedule", try await which.id(desk, company))
                try desk.show(try await desk.client.patch(path, .object(body)), ScheduleCommand.lines)
            }
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "done", abstract: "Say that an entry is done.")
        @OptionGroup var which: EntryArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await ScheduleCommand.end("complete", which, company, options) }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Call an entry off.")
        @OptionGroup var which: EntryArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await ScheduleCommand.end("cancel", which, company, options) }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take an entry out of the calendar.", aliases: ["rm"])
        @OptionGroup var which: EntryArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = APIPath.company(company, "schedule", try await which.id(desk, company))
                try desk.show(try await desk.client.delete(path)) { ["\($0.text("title")) is out of the calendar."] }
            }
        }
    }

    fileprivate static func lines(_ entry: JSONValue) -> [String] {
        ["\(entry.text("title")): \(entry.text("status")), \(LocalMoment.text(entry["starts_at"]))"]
    }

    private static func end(
        _ verb: String, _ which: EntryArgument, _ company: CompanyOption, _ options: ClientOptions
    ) async throws {
        try await options.withDesk(in: company) { desk, company in
            let path = APIPath.company(company, "schedule", try await which.id(desk, company), verb)
            try desk.show(try await desk.client.post(path), lines)
        }
    }
}
