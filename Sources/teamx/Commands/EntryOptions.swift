import ArgumentParser
import Domain

/// A day, or a moment of a day, where this machine is.
struct MomentOption: ExpressibleByArgument, Hashable, Sendable {
    let moment: Timestamp

    init?(argument: String) {
        guard let moment = LocalMoment.reading(argument, now: SystemTime().now()) else { return nil }
        self.moment = moment
    }
}

/// What an entry of the calendar is made of.
struct EntryOptions: ParsableArguments {
    @Option(help: "When it begins: “2026-12-01 09:00”, 2026-12-01, or 09:00 for the next one.") var at: MomentOption?
    @Option(help: "When it ends.") var until: MomentOption?
    @Option(help: "When whoever it is for is reminded.") var remind: MomentOption?
    @Option(help: "More about it.") var description: String?
    @Option(help: "task, deadline, milestone or reminder.") var kind: String?
    @Option(help: "low, medium, high or critical.") var priority: String?
    @Option(help: "Who is woken; “nobody” for nobody.") var assign: String?
    @Option(help: "The number of the ticket that it is about.") var ticket: String?

    func members(_ desk: ClientDesk, _ company: String) async throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for (name, option) in [("starts_at", at), ("ends_at", until), ("reminder_at", remind)] {
            if let option { members[name] = .integer(option.moment.milliseconds) }
        }
        for (name, text) in [("description", description), ("kind", kind), ("priority", priority)] {
            if let text { members[name] = .string(text) }
        }
        if let assign {
            members["assignee_id"] =
                assign == "nobody" ? .null : .string(try await desk.colleague(assign, of: company).text("id"))
        }
        if let ticket {
            members["ticket_id"] = .string(try await desk.client.get(desk.ticketPath(ticket, of: company)).text("id"))
        }
        return members
    }
}

/// The entry of the calendar that a command is about.
struct EntryArgument: ParsableArguments {
    @Argument(help: "The entry's id, or its last six characters or more.") var entry: String

    func id(_ desk: ClientDesk, _ company: String) async throws -> String {
        try await desk.id(entry, in: APIPath.company(company, "schedule").asking("own", "true"), kind: "calendar entry")
    }
}
