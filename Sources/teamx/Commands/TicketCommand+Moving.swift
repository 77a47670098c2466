import ArgumentParser
import Domain

extension TicketCommand {
    /// `teamx ticket comment`.
    struct Comment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "comment", abstract: "Comment on a ticket; whoever it belongs to reads it.",
            discussion: "EXAMPLE: teamx ticket comment 3 \"Say where to buy the parts\" --wait")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @Argument(help: "What you have to say.") var text: String
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = desk.ticketPath(ticket, of: company, "comments")
                let content: JSONValue = ["content": .string(text)]
                guard waiting.wait else {
                    let comment = try await desk.client.post(path, content)
                    let names = try await desk.client.names(of: company)
                    let queue = try await desk.client.list(.company(company, "queue")).items
                    let answerers = Answerers(of: comment, queue: queue, names: names, options: desk.client.location.options)
                    return try desk.show(comment) { _ in answerers.lines("Commented") }
                }
                let found = try await desk.client.get(desk.ticketPath(ticket, of: company))
                guard found["assignee_id"]?.string != nil else {
                    throw CommandFailure.usage("#\(found.int("number")) belongs to nobody who could answer.")
                }
                let before = try await desk.client.lastEvent(of: company)
                let comment = try await desk.client.post(path, content)
                if desk.isForPeople { desk.console.note("Commented.") }
                guard try await desk.client.isWorkedOn("ticket_id", found.text("id"), of: company, since: before) else {
                    throw CommandFailure(
                        .conflict, code: "nothing_to_wait_for",
                        "Nobody sets about #\(found.int("number")) because of the comment; it is \(found.text("status")).")
                }
                try await TicketWatch(found, of: company, until: .answered(comment: comment.text("id")))
                    .follow(desk, after: before, limit: waiting.limit)
            }
        }
    }
}
