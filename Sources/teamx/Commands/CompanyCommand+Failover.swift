import ArgumentParser
import Domain

extension ClientDesk {
    /// Says which of these providers nobody will be handed on to as they are set up now.
    func warnOfFailover(to names: [String]) async throws {
        guard !names.isEmpty, isForPeople else { return }
        let rows = try await client.list(APIPath("providers")).items
        for name in names {
            let found = rows.filter { $0["id"]?.string == name } + rows.filter { $0["kind"]?.string == name }
            guard let first = found.first, !found.contains(where: { $0["usable"]?.bool == true }) else { continue }
            let id = first.text("id")
            let isOff = first["enabled"]?.bool != true
            let lacksKey = first["key_needed"]?.bool == true && first["has_key"]?.bool != true
            let way = isOff ? "provider enable \(id)" : lacksKey ? "key set \(id)" : "provider set \(id) --default-model MODEL"
            console.sentence(
                "\(SafeText.line(first.text("name"))) is \(isOff ? "switched off" : "not set up") and is passed over until then: "
                    + command(way))
        }
    }
}

extension CompanyCommand {
    /// `teamx company failover`.
    struct Failover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "failover", abstract: "See or set whom to ask when the company's provider does not take a call.",
            discussion: """
                They are asked in this order, before anything of an answer has come, and only within the privacy cap.
                EXAMPLES:
                  teamx company failover groq openrouter
                  teamx company failover --none
                """)

        @Argument(help: "Providers, by id or kind.") var providers: [String] = []
        @Flag(help: "Nobody else is asked.") var none = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard !none || providers.isEmpty else { throw ValidationError("Either providers, or --none.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                guard none || !providers.isEmpty else {
                    let shown = try await desk.client.get(.company(company))
                    try desk.show(shown, Self.lines)
                    return try await desk.warnOfFailover(to: Self.list(shown))
                }
                let list: JSONValue = none ? .null : .array(providers.map { .string($0) })
                let changed = try await desk.client.patch(.company(company), ["settings": ["failover": list]])
                try desk.show(changed, Self.lines)
                try await desk.warnOfFailover(to: none ? [] : providers)
            }
        }

        private static func list(_ company: JSONValue) -> [String] {
            company["settings"]?["failover"]?.array?.compactMap(\.string) ?? []
        }

        private static func lines(_ company: JSONValue) -> [String] {
            let list = list(company)
            return [
                list.isEmpty
                    ? "\(company.text("name")) asks nobody else when its provider does not take a call."
                    : "When its provider does not take a call, \(company.text("name")) asks \(list.joined(separator: ", then "))."
            ]
        }
    }
}
