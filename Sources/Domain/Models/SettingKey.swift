/// A setting of the whole program that people may change while it runs.
package enum SettingKey: String, CaseIterable, Sendable {
    case slots = "orchestrator_slots"
    case maxPrivacyTier = "max_privacy_tier"
    case failover
    case strategy = "runtime_strategy"
    case concurrencyCaps = "concurrency_caps"
    case embeddingProvider = "embedding_provider"
    case embeddingModel = "embedding_model"

    /// What leaves an embedding setting to the program.
    package static let auto = "auto"

    /// What the setting is for, in a sentence.
    package var purpose: String {
        switch self {
        case .slots: "How many employees work at the same time, from 1 to 512."
        case .maxPrivacyTier: "The least private kind of provider that may be used."
        case .strategy: "How many employees work at the same time unless orchestrator_slots says: auto, hybrid, always-on, lean."
        case .concurrencyCaps: "How many calls at a time each kind of provider may have unless its row says, as {\"openai\": 6}."
        case .embeddingProvider:
            "Who makes the vectors for search by meaning: a provider, by id or kind, or auto, by which nothing leaves the machine."
        case .embeddingModel: "The model for search by meaning, or auto for the usual one of the embedding_provider."
        case .failover: "Providers, by id or kind, to ask one after the other when one does not take a call."
        }
    }

    /// - Throws: ``RuleViolation`` when the value is not one that the setting can have.
    package func check(_ value: JSONValue) throws(RuleViolation) {
        switch self {
        case .slots:
            guard let number = value.integer, (1...512).contains(number) else {
                throw .invalid(field: "value", reason: "must be a whole number from 1 to 512")
            }
        case .maxPrivacyTier:
            guard value.string.flatMap(PrivacyTier.init(rawValue:)) != nil else {
                throw .invalid(field: "value", reason: "must be one of", allowed: PrivacyTier.writable.map(\.rawValue))
            }
        case .failover: try Self.checkFailover(value, field: "value")
        case .embeddingProvider, .embeddingModel:
            guard let name = value.string, !name.trimmed.isEmpty, name.utf8.count <= 256 else {
                throw .invalid(field: "value", reason: "must be a name of at most 256 bytes, or auto")
            }
        case .strategy:
            guard value.string.flatMap(RuntimeStrategy.init(rawValue:)) != nil else {
                throw .invalid(field: "value", reason: "must be one of", allowed: RuntimeStrategy.writable.map(\.rawValue))
            }
        case .concurrencyCaps:
            for (kind, cap) in value.object ?? ["": .null] {
                guard ProviderKind(reading: kind) != nil, let cap = cap.integer, (1...1000).contains(cap) else {
                    throw .invalid(
                        field: "value", reason: "must be an object of provider kinds, each with a number from 1 to 1000")
                }
            }
        }
    }

    /// - Throws: ``RuleViolation`` when the value is not a list of providers' names.
    package static func checkFailover(_ value: JSONValue, field: String) throws(RuleViolation) {
        let names = value.array?.compactMap(\.string) ?? []
        guard let count = value.array?.count, count == names.count, count <= 8, !names.contains(where: \.trimmed.isEmpty) else {
            throw .invalid(field: field, reason: "must be a list of at most eight ids or kinds of providers")
        }
    }
}
