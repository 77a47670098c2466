import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee promote`.
    struct Promote: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "promote", abstract: "Give an employee another title or level, up or down.",
            discussion: "EXAMPLE: teamx employee promote noor --title Editor --level Lead",
            aliases: ["demote"])

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "What they are called from now on.") var title: String?
        @Option(help: "Officer, Senior Management, Management, Supervisor, Lead or IC.") var level: String?
        @Option(help: "Who they report to from now on.") var manager: String?
        @Flag(help: "They report to nobody from now on.") var top = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard title != nil || level != nil else { throw ValidationError("Say what they become, with --title or --level.") }
            guard manager == nil || !top else { throw ValidationError("Give --manager or --top, not both.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                var body: [String: JSONValue] = [:]
                if let title { body["title"] = .string(title) }
                if let level { body["level"] = .string(level) }
                if let manager { body["manager_id"] = try await desk.employee(manager, of: company)["id"] ?? .null }
                if top { body["manager_id"] = .null }
                let path = APIPath.company(company, "employees", employee.text("id"))
                try desk.show(try await desk.client.patch(path, .object(body))) {
                    ["\($0.text("name")) is \($0.text("title")) now, \($0.text("level"))."]
                }
            }
        }
    }
}
