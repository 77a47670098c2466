import ArgumentParser
import Domain

/// `teamx routine`.
struct RoutineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routine", abstract: "Let work recur: each time it is due, a ticket is filed.",
        subcommands: [
            List.self, Add.self, Show.self, Edit.self, Pause.self, Resume.self, Run.self, Remove.self, Runs.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List routines.", aliases: ["ls"])
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                try desk.show(
                    try await desk.client.list(.company(company, "routines")).items,
                    [
                        .member("ROUTINE", "name"), .init("WHEN") { RoutineWhen.text($0) },
                        .init("FOR") { names[$0["work_config"]?.text("assigneeId") ?? ""] ?? "" },
                        .init("LAST", .state) { $0.text("last_run_status") },
                        .init("NEXT") { RoutineWhen.next($0) }, .member("ID", "id", .id),
                    ], empty: "No routines. Set one up with: teamx routine add NAME --daily 09:00 --assign EMPLOYEE")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a routine: when it is due, and what it files.")
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                try desk.show(try await routine.found(desk, company)) { routine in
                    let work = routine["work_config"] ?? [:]
                    let last = [routine.text("last_run_status"), routine.text("last_run_message")]
                        .filter { !$0.isEmpty }.joined(separator: ": ")
                    return [
                        "\(routine.text("name")) (\(routine.text("slug")))", "when     \(RoutineWhen.text(routine))",
                        "next     \(RoutineWhen.next(routine))", "last     \(last)",
                        "files    \(work.text("title")) [\(work.text("priority"))]",
                        "for      \(names[work.text("assigneeId")] ?? "nobody")", "overlap  \(work.text("overlap"))",
                    ] + (routine["broken"]?.string.map { ["broken   \(SafeText.line($0))"] } ?? [])
                        + (work["description"]?.string.map { $0.isEmpty ? [] : ["", SafeText.block($0)] } ?? [])
                }
            }
        }
    }

    struct Runs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "runs", abstract: "List the times that a routine was carried out, the newest first.")
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await routine.found(desk, company).text("id")
                try desk.show(
                    try await desk.client.list(.company(company, "routines", id, "runs"), limit: limit.limit),
                    [
                        .init("DUE") { LocalMoment.text($0["scheduled_for"]) }, .member("STATUS", "status", .state),
                        .member("WHY", "reason"), .init("STARTED") { LocalMoment.text($0["started_at"]) },
                        .init("WHAT CAME OF IT") { run in
                            run["error_message"]?.string.map { SafeText.line($0) } ?? run.text("message")
                        },
                    ], empty: "It has not run yet.")
            }
        }
    }
}

/// The routine that a command is about.
struct RoutineArgument: ParsableArguments {
    @Argument(help: "The routine's slug, name or id.") var routine: String

    func found(_ desk: ClientDesk, _ company: String) async throws -> JSONValue { try await desk.routine(routine, of: company) }
}

extension ClientDesk {
    /// The routine that `text` means: an id, a slug or a name.
    ///
    /// - Throws: ``CommandFailure`` saying which there are.
    func routine(_ text: String, of company: String) async throws -> JSONValue {
        let routines = try await client.list(.company(company, "routines")).items
        let wanted = text.lowercased()
        let matches: [(JSONValue) -> Bool] = [
            { $0["id"]?.string == text }, { $0["slug"]?.string == wanted }, { $0.text("name").lowercased() == wanted },
            { ShortID.isMeant($0.text("id"), by: text) },
        ]
        for matches in matches {
            let found = routines.filter(matches)
            if found.count == 1, let one = found.first { return one }
            if found.count > 1 {
                let slugs = found.map { $0.text("slug") }.joined(separator: ", ")
                throw CommandFailure.usage("“\(text)” may be \(slugs).", hint: "Name one by its slug.")
            }
        }
        let known = routines.prefix(12).map { $0.text("slug") }.joined(separator: ", ")
        throw CommandFailure.notFound("There is no routine “\(text)”.", hint: known.isEmpty ? nil : "Here are: \(known).")
    }
}
