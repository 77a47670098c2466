import ArgumentParser
import Domain

/// What a routine files, as the command line takes it.
struct RoutineTemplate: ParsableArguments {
    @Option(help: "The ticket's title; may have {date}, {time} and {week} in it.") var title: String?
    @Option(help: "What is to be done; may have the same in it.") var description: String?
    @Option(help: "Who does it; “nobody” for nobody.") var assign: String?
    @Option(help: "low, medium, high or critical.") var priority: String?
    @Option(name: .customLong("label"), help: "A label; may be given more than once.") var labels: [String] = []
    @Option(help: "When the ticket before is still open: skip the run, or queue it.") var overlap: OverlapOption?

    var isGiven: Bool {
        title != nil || description != nil || assign != nil || priority != nil || !labels.isEmpty || overlap != nil
    }

    func members(_ desk: ClientDesk, _ company: String) async throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        if let title { members["title"] = .string(title) }
        if let description { members["description"] = .string(description) }
        if let assign {
            members["assigneeId"] =
                assign == "nobody" ? .null : .string(try await desk.colleague(assign, of: company).text("id"))
        }
        if let priority { members["priority"] = .string(priority) }
        if !labels.isEmpty { members["labels"] = .array(labels.map { .string($0) }) }
        if let overlap { members["overlap"] = .string(overlap.rawValue) }
        return members
    }
}

/// What becomes of overlapping runs, as the command line knows it.
enum OverlapOption: String, ExpressibleByArgument, CaseIterable { case skip, queue }

extension RoutineCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Set up a routine.",
            discussion: """
                EXAMPLES:
                  teamx routine add "Morning mail" --daily 09:00 --assign noor
                  teamx routine add "Week" --weekly "mon,thu 08:30" --title "Report {week}"
                  teamx routine add "Watch the shop" --every 90 --assign jun --overlap queue
                """)

        @Argument(help: "What it is called.") var name: String
        @OptionGroup var timing: RoutineTiming
        @OptionGroup var template: RoutineTemplate
        @Flag(help: "Leave it switched off for now.") var off = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard timing.isGiven else { throw ValidationError("Say when it is due: --every, --daily or --weekly.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var work = try await template.members(desk, company)
                work["title"] = work["title"] ?? .string(name)
                let body: JSONValue = [
                    "name": .string(name), "schedule": timing.schedule() ?? .null, "work_config": .object(work),
                    "enabled": .bool(!off),
                ]
                let routine = try await desk.client.deliver(.company(company, "routines"), body, key: desk.newKey())
                let next = off ? "It is switched off." : "It is due at \(RoutineWhen.next(routine))."
                try desk.made(
                    routine, "\(routine.text("name")) is set up. \(next)", next: "routine show \(routine.text("slug"))")
            }
        }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Change a routine; what is not named stays as it is.",
            discussion: """
                EXAMPLES:
                  teamx routine edit morning-mail --daily 08:00
                  teamx routine edit morning-mail --assign jun --overlap queue
                """)

        @OptionGroup var routine: RoutineArgument
        @Option(help: "What it is called from now on.") var name: String?
        @OptionGroup var timing: RoutineTiming
        @OptionGroup var template: RoutineTemplate
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard name != nil || timing.isGiven || template.isGiven else {
                throw ValidationError("Say what to change, such as --daily, --assign, --title or --name.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await routine.found(desk, company)
                var body: [String: JSONValue] = [:]
                if let name { body["name"] = .string(name) }
                if let schedule = timing.schedule(zone: found["schedule"]?["tz"]?.string) { body["schedule"] = schedule }
                let work = try await template.members(desk, company)
                if !work.isEmpty { body["work_config"] = .object(work) }
                try desk.show(try await desk.client.patch(.company(company, "routines", found.text("id")), .object(body))) {
                    ["\($0.text("name")): \(RoutineWhen.text($0)), next \(RoutineWhen.next($0))"]
                }
            }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "pause", abstract: "Switch a routine off.")
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await RoutineCommand.set(false, routine, company, options) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "resume", abstract: "Switch a routine on.")
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await RoutineCommand.set(true, routine, company, options) }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Run a routine now, also one that is switched off.")
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await routine.found(desk, company)
                let path = APIPath.company(company, "routines", found.text("id"), "run")
                let run = try await desk.client.deliver(path, [:], key: desk.newKey())
                try desk.made(run, run.text("message"), next: "routine runs \(found.text("slug"))")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Drop a routine; the tickets that it filed stay.", aliases: ["rm"])
        @OptionGroup var routine: RoutineArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await routine.found(desk, company)
                try desk.show(try await desk.client.delete(.company(company, "routines", found.text("id")))) {
                    ["\($0.text("name")) is dropped; its tickets stay."]
                }
            }
        }
    }

    private static func set(
        _ enabled: Bool, _ routine: RoutineArgument, _ company: CompanyOption, _ options: ClientOptions
    ) async throws {
        try await options.withDesk(in: company) { desk, company in
            let id = try await routine.found(desk, company).text("id")
            try desk.show(try await desk.client.patch(.company(company, "routines", id), ["enabled": .bool(enabled)])) {
                ["\($0.text("name")) is \(enabled ? "on, and due at \(RoutineWhen.next($0))" : "off")."]
            }
        }
    }
}
