import ArgumentParser
import Domain
import NIOPosix

extension EmployeeCommand {
    /// `teamx employee fire`.
    struct Fire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fire", abstract: "Let an employee go for good.",
            discussion: """
                Their tickets, reviews and projects go to whoever takes over: their manager, or \
                whom you name with --to. Their reports come under their manager. What they said \
                and made is kept, under their name.

                EXAMPLE: teamx employee fire noor --to jun
                """, aliases: ["dismiss"])

        @Argument(help: "An id, a name or a role.") var who: String
        @Option(help: "Who takes over; their manager otherwise.") var to: String?
        @Flag(help: "Do not ask.") var yes = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let everybody = try await desk.client.everybody(in: company)
                let employee = try ClientDesk.employee(who, among: everybody)
                let successor = try to.map { try ClientDesk.employee($0, among: everybody) }
                let name = employee.text("name")
                let isMeant = yes || employee.hasLeft
                guard try await isMeant ? true : Self.isConfirmed(name, desk) else { return desk.console.note("\(name) stays.") }
                var body: [String: JSONValue] = [:]
                if let successor { body["successor_id"] = successor["id"] ?? .null }
                let gone = try await Self.dismiss(employee, .object(body), of: company, desk)
                try desk.show(gone) { gone in
                    let next = everybody.first { $0["id"] == gone["successor_id"] }?.text("name")
                    return ["\(name) no longer works here" + (next.map { "; \($0) has taken over." } ?? ".")]
                }
            }
        }

        private static func dismiss(
            _ employee: JSONValue, _ body: JSONValue, of company: String, _ desk: ClientDesk
        ) async throws -> JSONValue {
            do {
                return try await desk.client.post(.company(company, "employees", employee.text("id"), "dismiss"), body)
            } catch APIFailure.refused(_, let code, _, let details)
                where details["field"]?.string == "successor_id" && body["successor_id"] == nil
            {
                let name = employee.text("name")
                throw CommandFailure(
                    .usage, code: code, "\(name) reports to nobody, so somebody has to be named who takes over.",
                    hint: desk.command("employee fire \(ShortID.of(employee.text("id"))) --to NAME"))
            }
        }

        /// Asks on a terminal; elsewhere nobody is there who could answer.
        private static func isConfirmed(_ name: String, _ desk: ClientDesk) async throws -> Bool {
            guard desk.console.terminal.inputIsTerminal else {
                throw CommandFailure.usage("This cannot be taken back.", hint: "Say that you mean it, with --yes.")
            }
            desk.console.prompt("Let \(SafeText.line(name)) go? This cannot be taken back. [y/N] ")
            let answer = try await NIOThreadPool.singleton.runIfActive { readLine() }
            return ["y", "yes"].contains(answer?.trimmed.lowercased())
        }
    }
}
