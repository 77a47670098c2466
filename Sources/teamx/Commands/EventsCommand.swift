import ArgumentParser
import Domain

/// `teamx events`.
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Read the event log, or follow it.",
        discussion: "EXAMPLE: teamx events --follow -o ndjson | jq .event_type")

    @Flag(
        name: .shortAndLong, help: "Go on with what happens: in words on a terminal, as rows or JSON where those are asked for.")
    var follow = false
    @Option(help: "Only events behind this number.") var after: Int?
    @Option(help: "How many at the most, without --follow.") var limit = 50
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit must be 1 or more.") }
    }

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let last = try await desk.client.lastEvent(of: company)
            let start = after ?? (follow ? last : max(0, max(0, last) - limit))
            if follow, desk.form == .table, desk.fields == nil {
                return try await tell(company, from: after ?? max(0, last - Self.latest), desk)
            }
            if follow {
                return try await desk.client.follow(company, after: start) { item in
                    switch item {
                    case .event(let event): try print(event, desk)
                    case .reconnecting: desk.console.noteReconnecting()
                    default: break
                    }
                    return .on
                }
            }
            let path = APIPath.company(company, "events").asking("after", "\(start)")
            let page = try await desk.client.list(path, limit: limit)
            defer { desk.remark(on: page) }
            if desk.form == .json || desk.fields != nil { return try desk.show(page.items, [], empty: "No events.") }
            for event in page.items.compactMap(EventRecord.init) { try print(event, desk) }
        }
    }

    /// How many of those that happened before are told to begin with.
    private static let latest = 10

    /// Follows in words for people.
    private func tell(_ company: String, from start: Int, _ desk: ClientDesk) async throws {
        let screen = EventsScreen(desk.console)
        if start > 0 {
            let path = APIPath.company(company, "events").asking("after", "0")
            await screen.learn(try await desk.client.list(path, limit: start).items.compactMap(EventRecord.init))
        }
        try await desk.client.follow(company, after: start) { item in
            switch item {
            case .event(let event): await screen.show(event)
            case .reconnecting: desk.console.noteReconnecting()
            case .connected, .token: break
            }
            return .on
        }
    }

    /// Most types are no longer than this.
    private static let typeWidth = 23

    private func print(_ event: EventRecord, _ desk: ClientDesk) throws {
        if let fields = desk.fields, desk.isForPeople {
            try fields.check([event.json])
            return desk.console.result(fields.cells(of: event.json).joined(separator: desk.form == .tsv ? "\t" : "  "))
        }
        switch desk.form {
        case .json, .ndjson: desk.printJSON(desk.fields?.selected(of: event.json) ?? event.json)
        case .ids: desk.console.result(event.json.text("id"))
        case .tsv:
            desk.console.result(
                "\(event.seq)\t\(event.createdAt.milliseconds)\t\(event.type)\t\(SafeText.line(event.payload.description))")
        case .table:
            let type = SafeText.line(event.type)
            let blanks = String(repeating: " ", count: max(0, Self.typeWidth - TextWidth.of(type)))
            let head = "\(event.seq)  \(type)\(blanks)  "
            let payload = SafeText.line(event.payload.description)
            let room = max(20, desk.console.terminal.width - TextWidth.of(head))
            let shown = desk.console.terminal.outputIsTerminal ? Elision.tail(payload, to: room) : payload
            desk.console.result(head + desk.paint(shown, .dim))
        }
    }
}
