import ArgumentParser
import Domain
import FoundationEssentials

extension CompanyCommand {
    /// `teamx company quiet-hours`.
    struct QuietHours: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "quiet-hours", abstract: "See or set the time of day at which a company rests.",
            discussion: """
                EXAMPLES:
                  teamx company quiet-hours --from 22:00 --to 07:00
                  teamx company quiet-hours --from 22:00 --to 07:00 --zone Europe/Berlin
                  teamx company quiet-hours --off
                """)

        @Argument(help: "The company's slug, name or id.") var name: String?
        @Option(help: "When it begins to rest, such as 22:00.") var from: String?
        @Option(help: "When it goes on, such as 07:00.") var to: String?
        @Option(help: "The time zone of both, such as Europe/Berlin; this machine's otherwise.") var zone: String?
        @Flag(help: "It never rests.") var off = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard (from == nil) == (to == nil) else { throw ValidationError("--from and --to go together.") }
            guard zone == nil || from != nil else { throw ValidationError("--zone goes with --from and --to.") }
            guard !off || from == nil else { throw ValidationError("Either --off, or --from and --to.") }
        }

        func run() async throws {
            try await options.withDesk(naming: company.company) { desk in
                let id = try await company.id(desk, or: name)
                guard let hours else { return try desk.show(try await desk.client.get(.company(id)), Self.lines) }
                let changed = try await desk.client.patch(.company(id), ["settings": ["quiet_hours": hours]])
                try desk.show(changed, Self.lines)
            }
        }

        /// What the setting shall be; `nil` when it is only looked at.
        private var hours: JSONValue? {
            if off { return .null }
            guard let from, let to else { return nil }
            return ["from": .string(from), "to": .string(to), "time_zone": .string(zone ?? TimeZone.current.identifier)]
        }

        private static func lines(_ company: JSONValue) -> [String] {
            guard let hours = company["settings"]?["quiet_hours"], hours != .null else {
                return ["\(company.text("name")) never rests."]
            }
            return [
                "\(company.text("name")) rests from \(hours.text("from")) to \(hours.text("to")), \(hours.text("time_zone"))."
            ]
        }
    }
}
