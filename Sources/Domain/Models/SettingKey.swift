/// A setting of the whole program that people may change while it runs.
package enum SettingKey: String, CaseIterable, Sendable {
    case slots = "orchestrator_slots"
    case maxPrivacyTier = "max_privacy_tier"
    case failover

    /// What the setting is for, in a sentence.
    package var purpose: String {
        switch self {
        case .slots: "How many employees work at the same time, from 1 to 512."
        case .maxPrivacyTier: "The least private kind of provider that may be used."
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
