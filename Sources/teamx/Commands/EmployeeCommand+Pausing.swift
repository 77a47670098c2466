import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee pause`.
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Stop the work of one employee; it goes on later where it stood.")
        @OptionGroup var employee: EmployeeArgument

        func run() async throws {
            try await employee.change("pause") { name, id, desk in
                "\(name) is paused until: \(desk.command("employee resume \(ShortID.of(id))"))"
            }
        }
    }

    /// `teamx employee resume`.
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "resume", abstract: "Let a paused employee work again.")
        @OptionGroup var employee: EmployeeArgument

        func run() async throws { try await employee.change("resume") { name, _, _ in "\(name) works again." } }
    }
}

/// One employee, to be changed by a verb of the API.
struct EmployeeArgument: ParsableArguments {
    @Argument(help: "An id, a name or a role.") var who: String
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    /// - Parameter sentence: What was done, from the employee's name and id.
    func change(
        _ verb: String, _ sentence: @escaping @Sendable (_ name: String, _ id: String, _ desk: ClientDesk) -> String
    ) async throws {
        try await options.withDesk(in: company) { desk, company in
            let id = try await desk.employee(who, of: company).text("id")
            try desk.show(try await desk.client.post(.company(company, "employees", id, verb))) {
                [sentence($0.text("name"), $0.text("id"), desk)]
            }
        }
    }
}
