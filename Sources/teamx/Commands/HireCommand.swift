import ArgumentParser
import Domain

/// `teamx hire`.
struct HireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hire", abstract: "Hire an employee for a role.",
        discussion: """
            EXAMPLES:
              teamx hire ceo
              teamx hire "QA engineer" --name "Edsger Vos" --manager grace
            """)

    @Argument(help: "The role's id or name; see: teamx role list") var role: String
    @Option(help: "The employee's name; a made-up one otherwise.") var name: String?
    @Option(help: "Who they report to; whoever the role reports to otherwise.") var manager: String?
    @Option(help: "The model they think with; the company's otherwise.") var model: String?
    @Option(help: "The provider of their model; the company's otherwise.") var provider: String?
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            var body: [String: JSONValue] = ["role": .string(role)]
            if let name { body["name"] = .string(name) }
            if let model { body["model"] = .string(model) }
            if let provider { body["provider"] = .string(provider) }
            if let manager { body["manager_id"] = try await desk.employee(manager, of: company)["id"] ?? .null }
            if let name {
                let people = try await desk.client.list(.company(company, "employees")).items
                if people.contains(where: { $0.text("name").lowercased() == name.lowercased() }) {
                    throw CommandFailure(
                        .conflict, code: "exists", "\(name) works here already.",
                        hint: "Give this one another name: people are called on by their names.")
                }
            }
            let hired: JSONValue
            do { hired = try await desk.client.post(.company(company, "employees"), .object(body)) } catch {
                throw try await Self.unknownRole(role, error, desk) ?? error
            }
            let detail = try await desk.client.get(.company(company, "employees", hired.text("id")))
            let above = try await desk.client.names(of: company)[detail.text("manager_id")]
            let first = hired.text("name").split(separator: " ").first.map { $0.lowercased() } ?? ""
            try desk.made(
                hired, "Hired \(hired.text("name")), \(hired.text("title"))\(above.map { ", reports to \($0)" } ?? "").",
                next: "ticket create \"…\" --assign \(first)")
        }
    }

    /// That there is no such role, with those there are; `nil` when something else went wrong.
    private static func unknownRole(_ role: String, _ error: any Error, _ desk: ClientDesk) async throws -> CommandFailure? {
        guard case APIFailure.refused(_, "invalid", let message, _) = error, message.hasPrefix("role: No role") else {
            return nil
        }
        let roles = try await desk.client.list(APIPath("roles")).items.map { $0.text("id") }
        return CommandFailure.notFound(
            "There is no role “\(role)”.", hint: "Here are: \(roles.joined(separator: ", ")).")
    }
}
