import ArgumentParser
import Domain

/// `teamx explain`.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why nothing happens, and what would change it.",
        discussion: """
            No model is asked: the answer is read from the database, the same each time.

            EXAMPLES:
              teamx explain ticket 12
              teamx explain employee noor
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case ticket, employee, thread, routine }

    @Argument(help: "What to explain: ticket, employee, thread or routine.") var kind: Kind
    @Argument(help: "A ticket's number, the name of an employee, a conversation or a routine, a role, or an id.")
    var subject: String
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let (collection, id) = try await place(desk, company)
            try desk.show(try await desk.client.get(APIPath(collection, id, "explain"))) { answer in
                let finding = answer["finding"] ?? [:]
                let action = finding["action"] ?? [:]
                let command = ServerCommand.whole(action.text("command"), options: desk.client.location.options)
                return [
                    "\(answer.text("state")): \(finding.text("message"))",
                    finding["until"]?.integer.map { "until \(WallClock.dated(Timestamp(milliseconds: $0)))" } ?? "",
                    action["label"]?.string.map {
                        "to change it: \($0)\(action.text("command").isEmpty ? "" : ", with: \(command)")"
                    } ?? "",
                ].filter { !$0.isEmpty }
            }
        }
    }

    private func place(_ desk: ClientDesk, _ company: String) async throws -> (String, String) {
        switch kind {
        case .ticket: return ("tickets", try await desk.client.get(desk.ticketPath(subject, of: company)).text("id"))
        case .employee: return ("employees", try await desk.employee(subject, of: company).text("id"))
        case .thread:
            return ("threads", try await desk.thread(subject, of: company).text("id"))
        case .routine: return ("routines", try await desk.routine(subject, of: company).text("id"))
        }
    }
}
