import ArgumentParser
import Domain

/// What may be said of any provider.
struct ProviderOptions: ParsableArguments {
    @Option(help: "Where its API is.") var baseUrl: String?
    @Option(help: "The environment variable of the server that holds its key.") var apiKeyEnv: String?
    @Option(help: "The name of the secret that is its key, where that is not its own (teamx key set).")
    var apiKeySecret: String?
    @Option(help: "The model to ask when nobody names one.") var defaultModel: String?
    @Option(help: "How many calls may go on at the same time; as is usual for the kind otherwise.") var concurrencyCap: Int?
    @Option(help: "How many tokens its models take in: what is asked and what is answered.") var contextWindow: Int?
    @Flag(inversion: .prefixedNo, help: "Whether its calls are covered by a subscription, and are not billed one by one.")
    var subscription: Bool?
    @Option(help: "local, open-source-cloud or proprietary-cloud.") var privacyTier: String?
    @Option(help: "How many seconds an answer may take to begin, 1 to 1800; 0 for what is usual.") var firstByteSeconds: Int?
    @Option(help: "chat or responses, of OpenAI's formats; auto leaves it to the model.") var api: String?
    @Flag(inversion: .prefixedNo, help: "Ollama: whether a model that can think does.") var think: Bool?
    @Flag(inversion: .prefixedNo, help: "Anthropic: whether what stays the same in a question is kept and read for less.")
    var promptCaching: Bool?
    @Option(help: "yes or no: whether its models take pictures; auto leaves it to the model's name.") var images: String?

    /// What was given, as the server takes it.
    var members: [String: JSONValue] {
        let texts = [
            ("base_url", baseUrl), ("api_key_env", apiKeyEnv), ("api_key_secret", apiKeySecret), ("default_model", defaultModel),
            ("privacy_tier", privacyTier), ("api", api), ("images", images),
        ].map { ($0, $1.map { JSONValue.string($0) }) }
        let numbers = [
            ("concurrency_cap", concurrencyCap), ("context_window", contextWindow), ("first_byte_seconds", firstByteSeconds),
        ].map { ($0, $1.map { JSONValue.integer(Int64($0)) }) }
        let flags = [("subscription", subscription), ("think", think), ("prompt_caching", promptCaching)]
            .map { ($0, $1.map { JSONValue.bool($0) }) }
        return Dictionary(uniqueKeysWithValues: (texts + numbers + flags).compactMap { key, value in value.map { (key, $0) } })
    }
}

extension ProviderCommand {
    /// `teamx provider set`.
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Change what a provider is; the rest stays as it was.",
            discussion: """
                Where its address changes its key is forgotten, and has to be set again.
                EXAMPLES:
                  teamx provider set openai --default-model gpt-5-pro --first-byte-seconds 900
                  teamx provider set ollama-local --default-model qwen3:8b --no-think
                """)

        @Argument(help: "The provider's id or name.") var provider: String
        @Option(help: "Another name.") var name: String?
        @OptionGroup var settings: ProviderOptions
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard name != nil || !settings.members.isEmpty else {
                throw ValidationError("Say what to change, such as --default-model.")
            }
        }

        func run() async throws {
            try await options.withDesk { desk in
                let row = try await desk.providerToChange(provider)
                var body = settings.members
                for key in ["id", "name", "kind"] { body[key] = row[key] ?? .null }
                if let name { body["name"] = .string(name) }
                let changed = try await desk.client.post(APIPath("providers"), .object(body))
                try desk.made(
                    changed, "\(changed.text("name")) is changed.", next: "provider test \(changed.text("id"))")
                guard row["has_key"]?.bool == true, changed["has_key"]?.bool != true else { return }
                desk.console.sentence(
                    "Its address is another one, so its key was forgotten: \(desk.command("key set \(row.text("id"))"))")
            }
        }
    }
}
