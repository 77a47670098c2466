import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee move`.
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: "Put an employee under another manager.",
            discussion: "EXAMPLE: teamx employee move noor --manager grace")

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "Who they report to from now on.") var manager: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                let above = try await desk.employee(manager, of: company)
                let path = APIPath.company(company, "employees", employee.text("id"), "manager")
                let moved = try await desk.client.put(path, ["manager_id": above["id"] ?? .null])
                try desk.show(moved) { _ in ["\(employee.text("name")) reports to \(above.text("name"))."] }
            }
        }
    }
}
