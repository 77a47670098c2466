import ArgumentParser
import Domain

/// `teamx provider`.
struct ProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Say where models come from.", subcommands: [List.self, Add.self, Test.self, Use.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List providers.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                try desk.show(
                    try await desk.client.list(APIPath("providers")).items,
                    [
                        .member("ID", "id"), .member("NAME", "name"), .member("KIND", "kind"), .member("PRIVACY", "privacy_tier"),
                        .member("ENABLED", "enabled"), .init("MODEL") { $0["config"]?["default_model"]?.plain ?? "" },
                    ], empty: "No providers.")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a provider, or change one.",
            discussion:
                "EXAMPLE: teamx provider add \"My llama\" --kind openai-compatible --base-url http://127.0.0.1:8080/v1 --default-model local"
        )

        @OptionGroup var options: ClientOptions
        @Argument(help: "Its name.") var name: String
        @Option(help: "openai, openrouter, groq, together, fireworks, ollama or openai-compatible.") var kind: String
        @Option(help: "The provider's id; made from the name otherwise.") var id: String?
        @Option(help: "Where its API is.") var baseUrl: String?
        @Option(help: "The environment variable of the server that holds its key.") var apiKeyEnv: String?
        @Option(help: "The model to ask when nobody names one.") var defaultModel: String?
        @Option(help: "How many calls may go on at the same time; as is usual for the kind otherwise.") var concurrencyCap: Int?
        @Option(help: "local, open-source-cloud or proprietary-cloud.") var privacyTier: String?

        func run() async throws {
            try await options.withDesk { desk in
                var body: [String: JSONValue] = ["name": .string(name), "kind": .string(kind), "enabled": true]
                for (key, value) in [
                    ("id", id), ("base_url", baseUrl), ("api_key_env", apiKeyEnv), ("default_model", defaultModel),
                    ("privacy_tier", privacyTier),
                ] { if let value { body[key] = .string(value) } }
                if let concurrencyCap { body["concurrency_cap"] = .integer(Int64(concurrencyCap)) }
                let added = try await desk.client.post(APIPath("providers"), .object(body))
                try desk.made(added, "\(added.text("name")) is set up.", next: "teamx provider test \(added.text("id"))")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "test", abstract: "Call a provider and say what it answers.")

        @OptionGroup var options: ClientOptions
        @Argument(help: "The provider's id.") var provider: String

        func run() async throws {
            try await options.withDesk { desk in
                let client = desk.client
                let check = try await Spinner(console: desk.console).whileWaiting(for: "calling \(provider)") {
                    try await client.post(APIPath("providers", provider, "test"), timeout: .seconds(90))
                }
                try desk.show(check) { check in
                    let models = (check["models"]?.array ?? []).map(\.plain)
                    if let problem = check["problem"]?.string { return [SafeText.line(problem)] }
                    return ["It answers and has \(models.count) models."] + models.prefix(30).map { "  \($0)" }
                }
                guard check["reachable"]?.bool == true else { throw ExitCode(ExitStatus.failed.rawValue) }
            }
        }
    }

    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use", abstract: "Let the company's employees think with a provider.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The provider's id.") var provider: String
        @Option(help: "The model; the provider's own choice otherwise.") var model: String?

        func run() async throws {
            try await options.withDesk { desk in
                let settings: JSONValue = ["provider_id": .string(provider), "model": model.map { .string($0) } ?? .null]
                let changed = try await desk.client.patch(.company(try await company.id(desk)), ["settings": settings])
                try desk.show(changed) { _ in ["The company's employees think with \(provider)\(model.map { " (\($0))" } ?? "")."]
                }
            }
        }
    }
}
