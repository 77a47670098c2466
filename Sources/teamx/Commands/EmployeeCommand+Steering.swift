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

extension EmployeeCommand {
    /// `teamx employee guide`.
    struct Guide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "guide", abstract: "Say something to what an employee is doing now.",
            discussion: "EXAMPLE: teamx employee guide noor \"Keep it to one page\"")

        @Argument(help: "An id, a name or a role.") var who: String
        @Argument(help: "What you have to say.") var words: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let employee = try await desk.employee(who, of: company)
                let runs = try await desk.client.list(.company(company, "runs"), limit: APIClient.pageSize).items
                let isMeant = { (run: JSONValue) in
                    run["employee_id"] == employee["id"] && run.text("status") == RunStatus.running.rawValue
                }
                guard let run = runs.first(where: isMeant) else {
                    let name = employee.text("name")
                    throw CommandFailure(
                        .conflict, code: "nothing_goes_on", "\(name) does nothing now that could be guided.",
                        hint: desk.command("chat \(ShortID.of(employee.text("id"))) \"…\""))
                }
                try await RunCommand.guide(run.text("id"), words, company, desk)
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
