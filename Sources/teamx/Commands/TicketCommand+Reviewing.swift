import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket accept`.
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Accept what was handed in; the ticket is done.",
            discussion: "EXAMPLE: teamx ticket accept 3 \"Well done\"")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Argument(help: "What was good.") var comment: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = ["outcome": "approved"]
                if let comment { body["comment"] = .string(comment) }
                let done = try await desk.client.post(desk.ticketPath(ticket, of: company, "review"), .object(body))
                try desk.show(done) { ["#\($0.int("number")) is accepted."] }
            }
        }
    }

    /// `teamx ticket send-back`.
    struct SendBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send-back", abstract: "Send back what was handed in, with what is to change.",
            discussion: "EXAMPLE: teamx ticket send-back 3 \"Say where to buy the parts\"")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Argument(help: "What is to change.") var comment: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = desk.ticketPath(ticket, of: company, "review")
                let back = try await desk.client.post(path, ["outcome": "changes_requested", "comment": .string(comment)])
                try desk.show(back) { ["#\($0.int("number")) goes back to its assignee."] }
            }
        }
    }
}
