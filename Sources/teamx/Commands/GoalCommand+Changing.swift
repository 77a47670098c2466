import ArgumentParser
import Domain

/// The goal that a command is about.
struct GoalArgument: ParsableArguments {
    @Argument(help: "The goal's id, or its last six characters or more.") var goal: String

    /// Changes the goal, and says what it is now.
    func change(
        _ members: [String: JSONValue], _ company: CompanyOption, _ options: ClientOptions
    ) async throws {
        try await options.withDesk(in: company) { desk, company in
            let id = try await desk.id(goal, in: .company(company, "goals"), kind: "goal")
            try desk.show(try await desk.client.patch(.company(company, "goals", id), .object(members))) {
                ["\($0.text("title")): \($0.text("status")), \($0.int("progress_pct")) %"]
            }
        }
    }
}

extension GoalCommand {
    /// `teamx goal edit`.
    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Change a goal; what is not named stays as it is.")
        @OptionGroup var which: GoalArgument
        @Option(help: "The goal.") var title: String?
        @Option(help: "More about it.") var description: String?
        @Option(help: "By when: 2026-12-01.") var target: MomentOption?
        @Flag(help: "It has no date.") var noTarget = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard target == nil || !noTarget else { throw ValidationError("Say --target or --no-target, not both.") }
        }

        func run() async throws {
            var members: [String: JSONValue] = [:]
            if let title { members["title"] = .string(title) }
            if let description { members["description"] = .string(description) }
            if let target { members["target_date"] = .integer(target.moment.milliseconds) }
            if noTarget { members["target_date"] = .null }
            guard !members.isEmpty else { throw CommandFailure.usage("Say what to change, such as --title or --target.") }
            try await which.change(members, company, options)
        }
    }

    /// `teamx goal close`.
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Call a goal achieved, or give it up.")
        @OptionGroup var which: GoalArgument
        @Flag(help: "It is given up: nobody goes on with its tickets.") var abandon = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            let status: GoalStatus = abandon ? .abandoned : .achieved
            try await which.change(["status": .string(status.rawValue)], company, options)
        }
    }

    /// `teamx goal reopen`.
    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Take a goal up again.")
        @OptionGroup var which: GoalArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await which.change(["status": .string(GoalStatus.active.rawValue)], company, options)
        }
    }
}
