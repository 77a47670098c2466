import ArgumentParser
import Domain

/// `teamx meeting`.
struct MeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Call meetings, take part in them, and make tickets of what they decide.",
        subcommands: [
            Call.self, List.self, Show.self, Watch.self, Interject.self, CallOn.self, End.self, Minutes.self, Item.self,
            Confirm.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List meetings, the newest first.", aliases: ["ls"])
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let isTable = desk.form == .table
                let agenda: [ClientDesk.Column] = [
                    .init("AGENDA") { Meeting.subject(of: $0["agenda"]?.string ?? "") },
                    .init("STATUS", .state) { isTable ? Self.state($0) : $0.text("status") },
                ]
                let phase: [ClientDesk.Column] = isTable ? [] : [.member("PHASE", "phase")]
                let chair: [ClientDesk.Column] = [.person("CHAIR", "chair_id", names)]
                let turns: [ClientDesk.Column] = isTable ? [] : [.member("TURNS", "turns_used", .number)]
                let figures: [ClientDesk.Column] = [
                    .init("COST", .number) { Quantity.dollars($0.money("cost_usd")) },
                    .init("ITEMS", .number) { "\($0["action_items"]?.array?.count ?? 0)" }, .member("ID", "id", .id),
                ]
                try desk.show(
                    try await desk.client.list(.company(company, "meetings"), limit: limit.limit),
                    agenda + phase + chair + turns + figures, empty: "No meetings. Call one with: teamx meeting call \"…\"")
            }
        }

        /// The phase of a meeting that is on, else that it is over.
        private static func state(_ meeting: JSONValue) -> String {
            let status = meeting.text("status")
            return status == MeetingStatus.ended.rawValue ? status : meeting.text("phase")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a meeting: what was said, decided, and is to be done.")
        @OptionGroup var meeting: MeetingArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let detail = try await desk.client.get(.company(company, "meetings", try await meeting.id(desk, company)))
                let text = try await MeetingText(of: detail, in: company, desk)
                try desk.show(detail) { text.head($0) + text.transcript($0) + text.outcome($0) }
            }
        }
    }

    struct Watch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "watch", abstract: "Watch a meeting until it ends.")
        @OptionGroup var meeting: MeetingArgument
        @OptionGroup var time: TimeLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await meeting.id(desk, company)
                try await MeetingWatch(meeting: id, company: company, limit: time.limit).follow(desk)
            }
        }
    }

    struct Minutes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "minutes", abstract: "Print a meeting's minutes as Markdown.")
        @OptionGroup var meeting: MeetingArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await meeting.id(desk, company)
                let bytes = try await desk.client.bytes(.company(company, "meetings", id, "minutes"))
                let text = String(decoding: bytes, as: UTF8.self)
                guard desk.isForPeople else { return desk.printJSON(["id": .string(id), "minutes_md": .string(text)]) }
                desk.console.write(SafeText.block(text))
            }
        }
    }
}

/// The meeting that a command is about: by id, or the latest one.
struct MeetingArgument: ParsableArguments {
    @Argument(help: "The meeting's id, or its last six characters or more; the latest one when left out.")
    var meeting: String?

    func id(_ desk: ClientDesk, _ company: String) async throws -> String {
        try await Self.id(meeting, desk, company)
    }

    static func id(_ meeting: String?, _ desk: ClientDesk, _ company: String) async throws -> String {
        let meetings = APIPath.company(company, "meetings")
        if let meeting { return try await desk.id(meeting, in: meetings, kind: "meeting") }
        guard let latest = try await desk.client.list(meetings, limit: 1).items.first?["id"]?.string else {
            throw CommandFailure.notFound("There is no meeting yet.", hint: "Call one with: teamx meeting call \"…\"")
        }
        return latest
    }
}
