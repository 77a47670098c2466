import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket assign`.
    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: "Give a ticket to an employee.", discussion: "EXAMPLE: teamx ticket assign 3 noor")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                let path = desk.ticketPath(ticket, of: company, "assignee")
                let given = try await desk.client.put(path, ["assignee_id": employee["id"] ?? .null])
                try desk.show(given) { ["#\($0.int("number")) belongs to \(employee.text("name"))."] }
            }
        }
    }

    /// `teamx ticket reopen`.
    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Open a closed ticket again.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let reopened = try await desk.client.delete(desk.ticketPath(ticket, of: company, "closure"))
                try desk.show(reopened) { ["#\($0.int("number")) is open again."] }
            }
        }
    }
}
