import ArgumentParser
import Domain

// Whether a company works.
extension CompanyCommand {
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Stop the work; it goes on later where it stood.")
        @OptionGroup var company: CompanyArgument

        func run() async throws {
            try await company.change("pause") { _, after, desk in
                "Paused. Nothing new is started until: \(desk.command("company resume \(after.text("slug"))"))"
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "resume", abstract: "Go on with the work.")
        @OptionGroup var company: CompanyArgument

        func run() async throws {
            try await company.change("resume") { before, after, _ in
                let was = before.text("status") == CompanyStatus.running.rawValue ? "was" : "is"
                return "\(after.text("name")) \(was) at work."
            }
        }
    }

    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "archive", abstract: "Close a company down; everything of it is kept.")
        @OptionGroup var company: CompanyArgument

        func run() async throws {
            try await company.change("archive") { _, after, desk in
                "Archived. Nothing of it works until: \(desk.command("company restore \(after.text("slug"))"))"
            }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Open a company again that was closed down.")
        @OptionGroup var company: CompanyArgument

        func run() async throws {
            try await company.change("restore") { before, after, _ in
                let isNew = before.text("status") == CompanyStatus.archived.rawValue
                return isNew ? "\(after.text("name")) is open again." : "\(after.text("name")) was not closed down."
            }
        }
    }
}

/// One company, named or meant, to be changed by a verb of the API.
struct CompanyArgument: ParsableArguments {
    @Argument(help: "The company's slug, name or id.") var name: String?
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    /// - Parameter sentence: What was done, from what the company was and what it is; where a verb that lets it work does not
    ///   do so, what still holds it is told instead.
    func change(
        _ verb: String,
        _ sentence:
            @escaping @Sendable (_ before: JSONValue, _ after: JSONValue, _ desk: ClientDesk) -> String
    ) async throws {
        try await options.withDesk { desk in
            let id = try await company.id(desk, or: name)
            let before = try await desk.client.get(.company(id))
            let after = try await desk.client.post(.company(id, verb))
            let holds = try await desk.client.list(.company(id, "holds")).items.filter { $0["employee_id"]?.string == nil }
            let lets = verb == "resume" || verb == "restore"
            try desk.show(after) { after in
                guard lets, let hold = CompanyHold(holds, of: after, desk) else { return [sentence(before, after, desk)] }
                return hold.lines
            }
        }
    }
}

/// What keeps a company from working that somebody let go on.
struct CompanyHold: Sendable {
    let lines: [String]

    /// `nil` when nothing holds it.
    ///
    /// - Parameter subject: What the company is called in the sentences.
    init?(_ holds: [JSONValue], of company: JSONValue, as subject: String = "It", _ desk: ClientDesk) {
        guard !holds.isEmpty else { return nil }
        let slug = company.text("slug")
        lines = holds.map { hold in
            switch hold["reason"]?.string.flatMap(HoldReason.init(rawValue:)) {
            case .meeting: "The meeting goes on; other work does after it."
            case .user: "\(subject) is paused: \(desk.command("company resume \(slug)"))"
            case .budget: "\(subject) has used up a budget: \(desk.command("budget list"))"
            case .quietHours: "\(subject) rests at this time of day: \(desk.command("company quiet-hours \(slug) --off"))"
            case .archived: "\(subject) is closed down: \(desk.command("company restore \(slug)"))"
            case nil: "\(subject) is held: \(hold.text("reason"))."
            }
        }
    }
}

extension ClientDesk {
    /// What keeps a company's meeting from going on, with what ends it; `nil` when nothing does.
    func pause(of company: String) async throws -> String? {
        let row = try await client.get(.company(company))
        let holds = try await client.list(.company(company, "holds")).items.filter {
            $0["employee_id"]?.string == nil && $0["reason"]?.string != HoldReason.meeting.rawValue
        }
        return CompanyHold(holds, of: row, as: row.text("name"), self)?.lines.first
    }
}
