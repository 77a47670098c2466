import ArgumentParser
import Domain

/// `teamx goal`.
struct GoalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goal", abstract: "Set goals and see how far they are.",
        subcommands: [Create.self, List.self, Show.self, Edit.self, Close.self, Reopen.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Set a goal and give it to the head of the company.",
            discussion: "EXAMPLE: teamx goal create \"Open a repair café in March\" --watch")

        @Argument(help: "The goal.") var title: String
        @Option(help: "More about it.") var description: String?
        @Flag(help: "Watch the company work until it is reached, line by line; waits like --wait.") var watch = false
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = ["title": .string(title)]
                if let description { body["description"] = .string(description) }
                let before = try await desk.client.lastEvent(of: company)
                let goal = try await desk.client.post(.company(company, "goals"), .object(body))
                let waits = watch || waiting.wait
                if !waits || desk.isForPeople {
                    try desk.made(goal, "The goal is set: \(goal.text("title")).", next: "goal show \(goal.text("id"))")
                }
                guard waits else { return }
                if try await desk.client.isPaused(company) {
                    throw try await CommandFailure.held(company, desk, "The goal waits until then.")
                }
                let view = WorkView(
                    company: company, goal: goal.text("id"), tellsStory: watch, limit: waiting.limit)
                let outcome = try await view.follow(desk.client, desk.isForPeople ? desk.console : .silent, after: before)
                let summary = try await outcome.summary(desk.client, company: company)
                if desk.isForPeople {
                    summary.lines(for: desk.console.terminal, options: desk.client.location.options).forEach(desk.console.result)
                } else {
                    try desk.show(try await desk.client.get(.company(company, "goals", goal.text("id")))) { _ in [] }
                }
                guard outcome.isAchieved else { throw CommandFailure(.endedBadly, code: "stuck", "The goal is not reached.") }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List goals.", aliases: ["ls"])
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(
                    try await desk.client.list(.company(try await company.id(desk), "goals")).items,
                    [
                        .member("GOAL", "title"), .member("STATUS", "status", .state),
                        .init("PROGRESS", .number) { "\($0.int("progress_pct")) %" },
                        .member("ID", "id", .id),
                    ], empty: "No goals. Set one with: teamx goal create \"…\"")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a goal with its tickets.")

        @Argument(help: "The goal's id, or its last six characters or more.") var goal: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await desk.id(goal, in: .company(company, "goals"), kind: "goal")
                try desk.show(try await desk.client.get(.company(company, "goals", id))) { goal in
                    ["\(goal.text("title")): \(goal.text("status")), \(goal.int("progress_pct")) %"]
                        + desk.rows(
                            goal["tickets"]?.array ?? [],
                            [
                                .init("", .number) { "#\($0.int("number"))" }, .member("", "status", .state),
                                .member("", "title"),
                            ])
                }
            }
        }
    }
}
