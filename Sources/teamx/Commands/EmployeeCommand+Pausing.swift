import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee pause`.
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Stop the work of one employee; it goes on later where it stood.")

        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                try desk.show(
                    try await desk.client.post(.company(company, "employees", employee.text("id"), "pause"))
                ) { employee in ["\(employee.text("name")) is paused until: teamx employee resume \(employee.text("id"))"] }
            }
        }
    }

    /// `teamx employee resume`.
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let a paused employee work again.")

        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                try desk.show(
                    try await desk.client.post(.company(company, "employees", employee.text("id"), "resume"))
                ) { employee in ["\(employee.text("name")) works again."] }
            }
        }
    }
}
