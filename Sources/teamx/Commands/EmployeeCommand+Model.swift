import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee model`.
    struct Model: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "model", abstract: "Choose with which model an employee works, and how private it has to be.",
            discussion: """
                What is not named stays as it is; with --reset everything is left to the company again.
                EXAMPLE: teamx employee model noor --provider anthropic --model claude-haiku-4-5
                EXAMPLE: teamx employee model grace --privacy local
                """)

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "A provider's id or kind.") var provider: String?
        @Option(help: "The model, as the provider calls it.") var model: String?
        @Option(help: "The least private kind that may be asked: local, open-source-cloud, proprietary-cloud.")
        var privacy: String?
        @Flag(help: "Leave it to the company again.") var reset = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                var body: [String: JSONValue] = [:]
                if !reset {
                    for (key, column) in [("provider", "provider_pref"), ("model", "model_pref")] {
                        body[key] = employee[column]
                    }
                    body["max_privacy_tier"] = employee["max_privacy_tier"]
                }
                // The model of the provider they had need not be one of the new provider.
                if let provider, provider != employee["provider_pref"]?.string { body["model"] = nil }
                if let provider { body["provider"] = .string(provider) }
                if let model { body["model"] = .string(model) }
                if let privacy { body["max_privacy_tier"] = .string(privacy) }
                body = body.filter { $0.value != .null }
                let path = APIPath.company(company, "employees", employee.text("id"), "model")
                try desk.show(try await desk.client.put(path, .object(body))) { [Self.sentence($0)] }
            }
        }

        static func sentence(_ employee: JSONValue) -> String {
            "\(employee.text("name")) works with \(choice(employee))."
        }

        /// With what an employee works, and how private it has to be.
        static func choice(_ employee: JSONValue) -> String {
            let provider = employee["provider_pref"]?.string ?? "the company’s provider"
            let model = employee["model_pref"]?.string.map { " and its model \($0)" } ?? ""
            let limit = employee["max_privacy_tier"]?.string.map { ", nothing less private than \($0)" } ?? ""
            return "\(provider)\(model)\(limit)"
        }
    }
}
