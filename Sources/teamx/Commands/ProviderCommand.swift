import ArgumentParser
import Domain

/// `teamx provider`.
struct ProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Say where models come from.",
        subcommands: [
            List.self, Add.self, Set.self, Enable.self, Disable.self, Test.self, Models.self, Use.self, Remove.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List providers.", aliases: ["ls"])
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let providers = try await desk.client.list(APIPath("providers")).items
                try desk.show(
                    providers,
                    [
                        .member("ID", "id", .id), .member("NAME", "name"), .member("KIND", "kind"),
                        .member("PRIVACY", "privacy_tier"),
                        .member("ENABLED", "enabled"), .init("KEY") { $0.keyWord },
                        .init("MODEL") { $0["config"]?["default_model"]?.plain ?? "" },
                    ], empty: "No providers.")
                guard desk.isForPeople, desk.fields == nil else { return }
                for line in providers.compactMap(\.offer) { desk.console.note(line) }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a provider, or change one.",
            discussion:
                """
                EXAMPLE:
                  teamx provider add "My llama" --kind openai-compatible \\
                    --base-url http://127.0.0.1:8080/v1 --default-model local
                """
        )

        @Argument(help: "Its name.") var name: String
        @Option(
            help: "anthropic, openai, google, openrouter, groq, together, fireworks, ollama, openai-compatible or practice.")
        var kind: String
        @Option(help: "The provider's id; made from the name otherwise.") var id: String?
        @OptionGroup var settings: ProviderOptions
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                var body = settings.members
                body.merge(["name": .string(name), "kind": .string(kind), "enabled": true]) { _, new in new }
                if let id { body["id"] = .string(id) }
                let wasPractice = try await desk.client.get(APIPath("health"))["practice"]?.bool == true
                let added = try await desk.client.post(APIPath("providers"), .object(body))
                let isPractice = try await desk.client.get(APIPath("health"))["practice"]?.bool == true
                let isFirst = wasPractice && !isPractice
                let change = isFirst ? " Companies that have chosen no provider think with it from now on." : ""
                let sentence = "\(added.text("name")) is set up as \(added.text("id"))."
                try desk.made(added, sentence + change, next: "provider test \(added.text("id"))")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "test", abstract: "Call a provider and say what it answers.")

        @Argument(help: "The provider's id or name.") var provider: String
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let check = try await desk.check(try await desk.provider(provider))
                try desk.show(check) { check in
                    let models = (check["models"]?.array ?? []).map(\.plain)
                    if let problem = check["problem"]?.string { return [SafeText.line(problem)] }
                    return ["It answers and has \(Quantity.of(models.count, "model"))."] + models.prefix(30).map { "  \($0)" }
                }
                guard check["reachable"]?.bool == true else { throw ExitCode(ExitStatus.failed.rawValue) }
            }
        }
    }

    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use", abstract: "Let the company's employees think with a provider.")

        @Argument(help: "The provider's id or name.") var provider: String
        @Option(help: "The model; the provider's own choice otherwise.") var model: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let row = try await desk.provider(provider)
                let id = row.text("id")
                let settings: JSONValue = ["provider_id": .string(id), "model": model.map { .string($0) } ?? .null]
                let changed = try await desk.client.patch(.company(company), ["settings": settings])
                try desk.show(changed) { _ in
                    ["The company's employees think with \(row.text("name"))\(model.map { " (\($0))" } ?? "")."]
                }
                if let problem = try await desk.problem(of: row, model: model) {
                    desk.console.sentence("They cannot yet: \(SafeText.line(problem))")
                }
            }
        }
    }
}

extension ClientDesk {
    /// Lets the server call a provider.
    func check(_ provider: JSONValue) async throws -> JSONValue {
        let client = client
        return try await Spinner(console: console).whileWaiting(for: "calling \(provider.text("name"))") {
            try await client.post(APIPath("providers", provider.text("id"), "test"), timeout: .seconds(90))
        }
    }

    /// Why nobody can think with a provider; `nil` when somebody can.
    fileprivate func problem(of provider: JSONValue, model: String?) async throws -> String? {
        let name = provider.text("name")
        guard provider["enabled"]?.bool == true else { return "\(name) is switched off; “provider enable” switches it on." }
        let check = try await check(provider)
        if check["reachable"]?.bool != true { return check["problem"]?.string ?? "\(name) does not answer." }
        let isPractice = provider["kind"]?.string == ProviderKind.practice.rawValue
        let isChosen = model != nil || provider["config"]?["default_model"]?.string != nil || isPractice
        let kind = provider["kind"]?.string.flatMap { ProviderKind(rawValue: $0) }
        return isChosen || kind?.defaults.model != nil ? nil : "no model is chosen; name one with --model."
    }
}

extension JSONValue {
    /// Where a provider's key is from, in a word.
    fileprivate var keyWord: String {
        switch self["key_from"]?.string {
        case "secret"?, "secret_ref"?: "secret"
        case "environment"?: "environment"
        default: self["key_needed"]?.bool == true ? "none" : ""
        }
    }

    /// What a provider that is off would be good for, and how it is switched on; `nil` where there is nothing to say.
    fileprivate var offer: String? {
        guard self["enabled"]?.bool != true else { return nil }
        let name = text("name")
        if self["key_from"]?.string == "environment" {
            return "\(name): key in \(text("key_name")); not switched on: teamx provider enable \(text("id"))"
        }
        if self["has_key"]?.bool == true { return "\(name) has a key; not switched on: teamx provider enable \(text("id"))" }
        guard let models = self["found_models"]?.array else { return nil }
        let first = models.first.map { " --default-model \(ShellWord.quoted($0.plain))" } ?? ""
        return "\(name) runs on this machine with \(Quantity.of(models.count, "model")); not switched on: "
            + "teamx provider enable \(text("id"))\(first)"
    }
}
