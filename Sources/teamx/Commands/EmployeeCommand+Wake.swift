import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee wake`.
    struct Wake: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "wake", abstract: "Wake an employee, to look at a ticket or at their work.")

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "The ticket to look at, by number or id.") var ticket: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                var body: [String: JSONValue] = [:]
                if let ticket { body["ticket_id"] = try await desk.client.get(desk.ticketPath(ticket, of: company))["id"] }
                let answer = try await desk.client.post(
                    .company(company, "employees", employee.text("id"), "wake"), .object(body))
                try desk.show(answer) { answer in
                    [answer["queued"] == .bool(true) ? "\(employee.text("name")) is woken." : "That is queued already."]
                }
            }
        }
    }
}
