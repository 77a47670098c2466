package import Domain

extension Provider {
    /// How a provider is talked to, beyond what all have in common; what is missing stays as it was.
    package struct Manner: Hashable, Sendable {
        /// How many seconds an answer may take to begin, 1 to 1,800; 0 for what is usual.
        package var firstByteSeconds: Int?
        /// `chat` or `responses`; `auto` leaves it to the model.
        package var api: String?
        /// Whether a model that can think does.
        package var think: Bool?
        /// Whether the parts of a question that stay the same are marked to be kept.
        package var promptCaching: Bool?
        /// Whether its models take pictures: `yes` or `no`; `auto` leaves it to the model's name.
        package var images: String?

        package init(
            firstByteSeconds: Int? = nil, api: String? = nil, think: Bool? = nil, promptCaching: Bool? = nil,
            images: String? = nil
        ) {
            self.firstByteSeconds = firstByteSeconds
            self.api = api
            self.think = think
            self.promptCaching = promptCaching
            self.images = images
        }

        /// - Throws: ``RuleViolation`` for what the kind does not know, or cannot be.
        func enter(into config: inout [String: JSONValue], of kind: ProviderKind) throws(RuleViolation) {
            if let firstByteSeconds {
                guard (0...1800).contains(firstByteSeconds) else {
                    throw .invalid(field: "first_byte_seconds", reason: "must be from 1 to 1800, or 0 for what is usual")
                }
                config["firstByteSeconds"] = nil
                config["first_byte_seconds"] = firstByteSeconds == 0 ? nil : .integer(Int64(firstByteSeconds))
            }
            if let api {
                let known = Self.interfaces(of: kind)
                guard known.contains(api) else {
                    throw .invalid(field: "api", reason: "of this kind of provider must be one of", allowed: known)
                }
                config["api"] = api == Self.auto ? nil : .string(api)
            }
            if let think {
                guard kind == .ollama else { throw .invalid(field: "think", reason: "is for the kind ollama alone") }
                config["think"] = .bool(think)
            }
            if let images {
                let known = ["yes", "no", Self.auto]
                guard known.contains(images) else { throw .invalid(field: "images", reason: "must be one of", allowed: known) }
                config["images"] = images == Self.auto ? nil : .bool(images == "yes")
            }
            if let promptCaching {
                guard kind == .anthropic else {
                    throw .invalid(field: "prompt_caching", reason: "is for the kind anthropic alone")
                }
                config["promptCaching"] = nil
                config["prompt_caching"] = .bool(promptCaching)
            }
        }

        private static let auto = "auto"

        private static func interfaces(of kind: ProviderKind) -> [String] {
            switch kind {
            case .anthropic, .google, .practice: [auto]
            case .ollama: ["chat", auto]
            case .openai, .openrouter, .groq, .together, .fireworks, .openaiCompatible: ["chat", "responses", auto]
            }
        }
    }
}
