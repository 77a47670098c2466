import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee move`.
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: "Put an employee under another manager.",
            discussion: "EXAMPLE: teamx employee move noor --manager grace")

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "Who they report to from now on.") var manager: String?
        @Flag(help: "They report to nobody from now on.") var top = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard (manager != nil) != top else {
                throw ValidationError("Say who they report to, with --manager, or that it is nobody, with --top.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                var above = JSONValue.null
                if let manager { above = try await desk.employee(manager, of: company) }
                let path = APIPath.company(company, "employees", employee.text("id"), "manager")
                let moved = try await desk.client.put(path, ["manager_id": above["id"] ?? .null])
                let name = above == .null ? "nobody" : above.text("name")
                try desk.show(moved) { _ in ["\(employee.text("name")) reports to \(name)."] }
            }
        }
    }
}
