import ArgumentParser
import Domain

extension MeetingCommand {
    struct Item: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "item", abstract: "Put an action item right before it is a ticket, or decline it.",
            discussion: """
                EXAMPLES:
                  teamx meeting item 2 --owner Mira --priority high
                  teamx meeting item 3 --decline
                """)
        @Argument(help: "The item's number.") var number: Int
        @Option(help: "What shall be done.") var title: String?
        @Option(help: "Who shall do it.") var owner: String?
        @Option(help: "low, medium, high or critical.") var priority: String?
        @Flag(help: "Nothing comes of it.") var decline = false
        @Flag(help: "It is taken up again.") var restore = false
        @Option(help: "The meeting's id; the latest one when left out.") var meeting: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard !(decline && restore) else { throw ValidationError("--decline and --restore exclude each other.") }
            guard title != nil || owner != nil || priority != nil || decline || restore else {
                throw ValidationError("Say what to change: --title, --owner, --priority, --decline or --restore.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await MeetingArgument.id(meeting, desk, company)
                var body: [String: JSONValue] = [:]
                if let title { body["title"] = .string(title) }
                if let owner { body["assignee_id"] = .string(try await desk.employee(owner, of: company).text("id")) }
                if let priority { body["priority"] = .string(priority) }
                if decline || restore { body["declined"] = .bool(decline) }
                let path = APIPath.company(company, "meetings", id, "action-items", "\(number)")
                let changed = try await desk.client.patch(path, .object(body))
                let text = try await MeetingText(of: changed, in: company, desk)
                try desk.show(changed) { text.outcome($0) }
            }
        }
    }
}
