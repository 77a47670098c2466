import ArgumentParser
import Domain

// Taking part in a meeting, and what comes after it.
extension MeetingCommand {
    struct Interject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "interject", abstract: "Say something in the meeting that is on; it is answered next.",
            aliases: ["say"])
        @Argument(help: "What you say; @NAME says who shall answer.") var text: String
        @Option(help: "Who shall answer; the chair when nobody is named.") var to: String?
        @Option(help: "The meeting's id; the latest one when left out.") var meeting: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await MeetingArgument.id(meeting, desk, company)
                var body: [String: JSONValue] = ["content": .string(text)]
                if let to { body["to"] = .string(try await desk.employee(to, of: company).text("id")) }
                let path = APIPath.company(company, "meetings", id, "interject")
                let said = try await desk.client.deliver(path, .object(body), key: desk.newKey())
                let hold = try await desk.pause(of: company)
                try desk.show(said) { _ in hold.map { ["Said; it is answered later. \($0)"] } ?? ["Said; it is answered next."] }
            }
        }
    }

    struct CallOn: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "call-on", abstract: "Let somebody speak next in the meeting that is on.")
        @Argument(help: "Who shall speak.") var employee: String
        @Argument(help: "What you ask them.") var question: String?
        @Option(help: "The meeting's id; the latest one when left out.") var meeting: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await MeetingArgument.id(meeting, desk, company)
                let person = try await desk.employee(employee, of: company)
                var body: [String: JSONValue] = ["employee_id": .string(person.text("id"))]
                if let question { body["question"] = .string(question) }
                let called = try await desk.client.post(.company(company, "meetings", id, "call-on"), .object(body))
                let hold = try await desk.pause(of: company)
                try desk.show(called) { _ in ["\(person.text("name")) speaks \(hold.map { "later. \($0)" } ?? "next.")"] }
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: "End the meeting that is on, by the chair's closing words.")
        @Flag(help: "At once, without closing words.") var now = false
        @OptionGroup var meeting: MeetingArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await meeting.id(desk, company)
                let ended = try await desk.client.post(.company(company, "meetings", id, "end"), ["now": .bool(now)])
                let hold = try await desk.pause(of: company)
                try desk.show(ended) { row in
                    if row.text("status") == MeetingStatus.ended.rawValue { return ["The meeting has ended."] }
                    return [hold.map { "The chair closes the meeting later. \($0)" } ?? "The chair closes the meeting."]
                }
            }
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: "Make tickets of a meeting's action items.",
            discussion: "EXAMPLE: teamx meeting confirm --item 1 --item 3")
        @Option(name: .customLong("item"), help: "The item's number; may be given more than once; all when left out.")
        var items: [Int] = []
        @OptionGroup var meeting: MeetingArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        private static let nothing = "All action items are tickets or declined, or there are none."

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await meeting.id(desk, company)
                var tickets: [JSONValue] = []
                if items.isEmpty {
                    let path = APIPath.company(company, "meetings", id, "action-items", "confirm")
                    tickets = try await desk.client.post(path)["items"]?.array ?? []
                }
                for item in items {
                    let path = APIPath.company(company, "meetings", id, "action-items", "\(item)", "confirm")
                    tickets.append(try await desk.client.post(path))
                }
                let names = try await desk.client.names(of: company)
                try desk.show(
                    tickets,
                    [
                        .init("TICKET", .number) { "#\($0.int("number"))" }, .member("TITLE", "title"),
                        .person("OWNER", "assignee_id", names), .member("PRIORITY", "priority"),
                    ], empty: Self.nothing)
                if tickets.isEmpty, desk.form == .tsv { desk.console.note(Self.nothing) }
            }
        }
    }
}
