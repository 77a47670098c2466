import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket block`.
    struct Block: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "block", abstract: "Block a ticket: nobody goes on with it until you unblock it.",
            discussion: "EXAMPLE: teamx ticket block 3 --reason \"The supplier has not answered\"")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Option(help: "What it waits for.") var reason: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = desk.ticketPath(ticket, of: company, "block")
                let blocked = try await desk.client.put(path, ["reason": .string(reason)])
                try desk.show(blocked) { ["#\($0.int("number")) is blocked."] }
            }
        }
    }

    /// `teamx ticket unblock`.
    struct Unblock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unblock", abstract: "Let a blocked ticket go on.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let before = try await desk.client.lastEvent(of: company)
                let freed = try await desk.client.delete(desk.ticketPath(ticket, of: company, "block"))
                let sentence = "#\(freed.int("number")) goes on."
                guard waiting.wait else { return try desk.show(freed) { _ in [sentence] } }
                if desk.isForPeople { desk.console.note(sentence) }
                try await TicketWatch(freed, of: company).follow(desk, after: before, limit: waiting.limit)
            }
        }
    }
}
