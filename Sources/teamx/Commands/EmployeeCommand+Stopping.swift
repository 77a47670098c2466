import ArgumentParser
import Domain

extension EmployeeCommand {
    /// `teamx employee stop`.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop", abstract: "End all that an employee does, and take back what waits for them.",
            discussion: "What is only to go on later is paused: teamx employee pause")

        @Argument(help: "An id, a name or a role.") var who: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                try desk.show(
                    try await desk.client.post(.company(company, "employees", employee.text("id"), "stop"))
                ) { [StoppedWork.sentence(employee.text("name"), $0)] }
            }
        }
    }
}

/// What stopping all that somebody does has come to.
enum StoppedWork {
    static func sentence(_ subject: String, _ outcome: JSONValue) -> String {
        let (stopping, cancelled) = (outcome.int("stopping"), outcome.int("cancelled"))
        guard stopping + cancelled > 0 else { return "\(subject): nothing goes on, and nothing waits." }
        return "\(subject): \(stopping) stopped, \(cancelled) taken back."
    }
}
