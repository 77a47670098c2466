import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket edit`.
    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Change a ticket; what is not named stays as it is.",
            discussion: "EXAMPLE: teamx ticket edit 3 --due 2026-12-01 --no-goal")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Option(help: "What is to be done.") var title: String?
        @Option(help: "More about it.") var description: String?
        @Option(help: "low, medium, high or critical.") var priority: String?
        @Option(help: "A label, in place of those that it has; may be given several times.") var label: [String] = []
        @Option(help: "When it is due: “2026-12-01 09:00” or 2026-12-01.") var due: MomentOption?
        @Flag(help: "It is due at no time.") var noDue = false
        @Option(help: "The goal that it is for, by its id.") var goal: String?
        @Flag(help: "It is for no goal.") var noGoal = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard due == nil || !noDue, goal == nil || !noGoal else {
                throw ValidationError("Say when it is due or what for, or that there is none, but not both.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = [:]
                for (name, text) in [("title", title), ("description", description), ("priority", priority)] {
                    if let text { body[name] = .string(text) }
                }
                if !label.isEmpty { body["labels"] = .array(label.map { .string($0) }) }
                if let due { body["due_at"] = .integer(due.moment.milliseconds) }
                if noDue { body["due_at"] = .null }
                if let goal {
                    body["goal_id"] = .string(try await desk.id(goal, in: .company(company, "goals"), kind: "goal"))
                }
                if noGoal { body["goal_id"] = .null }
                guard !body.isEmpty else { throw CommandFailure.usage("Say what to change, such as --title or --due.") }
                let edited = try await desk.client.patch(desk.ticketPath(ticket, of: company), .object(body))
                try desk.show(edited) { ["#\($0.int("number")) \($0.text("title")) is changed."] }
            }
        }
    }

    /// `teamx ticket unassign`.
    struct Unassign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unassign", abstract: "Take a ticket away from whoever has it.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let free = try await desk.client.delete(desk.ticketPath(ticket, of: company, "assignee"))
                try desk.show(free) { ["#\($0.int("number")) belongs to nobody."] }
            }
        }
    }
}
