import ArgumentParser
import Domain

extension FileCommand {
    /// `teamx file delivered`.
    struct Delivered: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delivered", abstract: "List what employees made for tickets, and what its review said.",
            discussion: """
                EXAMPLES:
                  teamx file delivered
                  teamx file delivered --standing sent_back --by ada
                """, aliases: ["deliverables"])

        @Option(help: "\(DeliverableStanding.allCases.map(\.rawValue).joined(separator: ", ")).")
        var standing: DeliverableStanding?
        @Option(help: "Only of this employee.") var by: String?
        @Option(help: "Only of this ticket: its key, number or id.") var ticket: String?
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var author: String?
                if let by { author = try await desk.employee(by, of: company).text("id") }
                let path = APIPath.company(company, "deliverables").asking("standing", standing?.rawValue)
                    .asking("author_id", author).asking("ticket", ticket.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 })
                try desk.show(
                    try await desk.client.list(path, limit: limit.limit),
                    [
                        .init("FILE") { $0["file"]?.text("original_name") ?? "" },
                        .init("TICKET") { $0["ticket"]?.text("key") ?? "" }, .member("BY", "author"),
                        .init("STANDING", .state) { Self.words($0) },
                        .init("REVIEWER") { $0["review"]?["reviewer"]?.string ?? "" },
                        .init("ID", .id) { $0["file"]?.text("id") ?? "" },
                    ], empty: "Nobody has made a file for a ticket.")
            }
        }

        private static func words(_ deliverable: JSONValue) -> String {
            deliverable.text("standing").split(separator: "_").joined(separator: " ")
        }
    }
}

extension DeliverableStanding: ExpressibleByArgument {}
