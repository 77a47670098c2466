import Domain

/// What a provider's row says of how it is reached.
///
/// | key of `config_json` | also as | meaning |
/// |---|---|---|
/// | `base_url` | `baseUrl` | where the API is; each kind but `openai-compatible` has a default |
/// | `api_key_env` | `apiKeyEnv` | the environment variable that holds the key; each cloud has a default |
/// | `api` | | `chat` or `responses`, for kinds that speak OpenAI's formats; unless given, the model decides. `chat` has Ollama asked through its OpenAI-compatible API |
/// | `prompt_caching` | `promptCaching` | `false` leaves out what has Anthropic keep the parts of a question that stay the same |
/// | `context_window` | | also what Ollama is told to load the model for |
/// | `think` | | whether Ollama's models think before they answer; unless given, the model decides |
/// | `api_key` | `apiKey` | `{"secret_ref": "name"}`: the secret that is the key |
/// | `first_byte_seconds` | `firstByteSeconds` | how long an answer may take to begin, 1 to 1800: a large model on a small machine needs more than the usual minute |
struct ProviderSettings: Sendable {
    let endpoint: Endpoint
    /// The environment variable to look in; `nil` when none is named and the kind has none, or may not use it here.
    let keyVariable: String?
    /// The secret that is the key, where the row names one.
    let keySecret: String?
    let firstByte: Duration?
    let format: any WireFormat

    /// - Throws: ``ModelError`` of class `invalidRequest` when a value is missing or unusable.
    init(_ row: Provider) throws(ModelError) {
        let config = row.config.value
        let defaults = row.kind.defaults
        let given = try Self.text("base_url", "baseUrl", in: config)
        guard let address = given ?? defaults.baseURL else {
            throw ModelError(.invalidRequest, "A provider of this kind needs a base_url.")
        }
        let endpoint = try Endpoint(address)
        let api = try Self.api(of: row)
        self.endpoint =
            switch row.kind {
            case .anthropic: endpoint.orBelow("v1")
            case .google: endpoint.orBelow("v1beta")
            case .ollama: api == .chat ? endpoint.ollamaCompatible : endpoint.ollamaNative
            default: endpoint
            }
        format = try Self.format(of: row, api)
        let named = try Self.text("api_key_env", "apiKeyEnv", in: config)
        if let named, !named.utf8.allSatisfy(\.isVariableNameByte) {
            throw ModelError(.invalidRequest, "api_key_env must be the name of an environment variable, not a key.")
        }
        keyVariable = if let named { named } else { try Self.defaultVariable(defaults, endpoint: endpoint) }
        keySecret = try Self.reference("api_key", "apiKey", in: config)
        firstByte = try Self.seconds("first_byte_seconds", "firstByteSeconds", in: config)
    }

    private static func format(of row: Provider, _ api: OpenAIFormat.API?) throws(ModelError) -> any WireFormat {
        let config = row.config.value
        switch row.kind {
        case .anthropic:
            return AnthropicFormat(cachesPrompts: try flag("prompt_caching", "promptCaching", in: config) ?? true)
        case .google: return GoogleFormat()
        case .ollama where api != .chat:
            let window = config["context_window"]?.integer.flatMap { $0 > 0 ? Int(clamping: $0) : nil }
            return OllamaFormat(window: window, thinks: try flag("think", "think", in: config))
        case .openai: return OpenAIFormat(dialect: .openAI, api: api)
        default: return OpenAIFormat(dialect: .compatible, api: api)
        }
    }

    private static func api(of row: Provider) throws(ModelError) -> OpenAIFormat.API? {
        guard let word = try text("api", "api", in: row.config.value) else { return nil }
        guard let api = OpenAIFormat.API(rawValue: word) else {
            throw ModelError(.invalidRequest, "api must be chat or responses.")
        }
        let takesIt =
            switch row.kind {
            case .anthropic, .google: false
            case .ollama: api == .chat
            default: true
            }
        guard takesIt else { throw ModelError(.invalidRequest, "A provider of this kind does not speak the api \(word).") }
        return api
    }

    /// A kind's own variable belongs to the kind's own address: its key goes nowhere else unless the row names it.
    private static func defaultVariable(_ defaults: ProviderDefaults, endpoint: Endpoint) throws(ModelError) -> String? {
        guard let home = defaults.baseURL else { return defaults.keyVariable }
        return try Endpoint(home).origin == endpoint.origin ? defaults.keyVariable : nil
    }

    private static func text(_ key: String, _ alias: String, in config: JSONValue) throws(ModelError) -> String? {
        guard let value = config[key] ?? config[alias], value != .null else { return nil }
        guard let text = value.string else { throw ModelError(.invalidRequest, "\(key) must be a text.") }
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    private static func flag(_ key: String, _ alias: String, in config: JSONValue) throws(ModelError) -> Bool? {
        guard let value = config[key] ?? config[alias], value != .null else { return nil }
        guard let flag = value.bool else { throw ModelError(.invalidRequest, "\(key) must be true or false.") }
        return flag
    }

    private static func reference(_ key: String, _ alias: String, in config: JSONValue) throws(ModelError) -> String? {
        guard let value = config[key] ?? config[alias], value != .null else { return nil }
        guard let reference = SecretReference(value) else {
            throw ModelError(.invalidRequest, "\(key) must name a secret, as {\"secret_ref\": \"name\"}; it cannot be a key.")
        }
        return reference.name
    }

    private static func seconds(_ key: String, _ alias: String, in config: JSONValue) throws(ModelError) -> Duration? {
        guard let value = config[key] ?? config[alias], value != .null else { return nil }
        guard let seconds = value.integer, (1...1800).contains(seconds) else {
            throw ModelError(.invalidRequest, "\(key) must be a whole number from 1 to 1800.")
        }
        return .seconds(seconds)
    }
}

extension UInt8 {
    fileprivate var isVariableNameByte: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
