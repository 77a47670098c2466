/// Whose interface a model provider speaks.
package enum ProviderKind: String, Vocabulary {
    case anthropic
    case openai
    case google
    case openrouter
    case groq
    case together
    case fireworks
    case ollama
    case openaiCompatible = "openai-compatible"
    /// The practice model inside the program, which needs neither key nor network.
    ///
    /// A word of ours: other programs that read the database do not know it.
    case practice

    package static let aliases: [String: Self] = ["custom-openai": .openaiCompatible]
}

/// How far what is said to a model travels, from ``local`` to ``proprietaryCloud``.
package enum PrivacyTier: String, Vocabulary {
    case local
    case openSourceCloud = "open-source-cloud"
    case proprietaryCloud = "proprietary-cloud"

    /// 0 for what stays on the machine, 2 for what travels farthest.
    package var rank: Int {
        switch self {
        case .local: 0
        case .openSourceCloud: 1
        case .proprietaryCloud: 2
        }
    }
}

extension PrivacyTier: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
