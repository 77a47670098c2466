import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket suggest`.
    struct Suggest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "suggest", abstract: "Say who might do a ticket best, and why.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                try desk.show(
                    try await desk.client.list(desk.ticketPath(ticket, of: company, "suggestions")).items,
                    [
                        .member("NAME", "name"), .member("TITLE", "title"),
                        .init("WHY") { ($0["reasons"]?.array ?? []).compactMap(\.string).joined(separator: "; ") },
                    ], empty: "There is nobody else who could do it.")
            }
        }
    }
}
