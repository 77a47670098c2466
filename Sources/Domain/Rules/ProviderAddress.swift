/// Where a provider is, as far as rules about providers need to know.
package struct ProviderAddress: Hashable, Sendable {
    private let host: Substring

    /// `nil` unless `text` is an http or https address without a name and password in it.
    package init?(_ text: String) {
        guard let scheme = ["http://", "https://"].first(where: { text.hasPrefix($0) }) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.isEmpty, !authority.contains("@"), !text.contains(where: \.isWhitespace) else { return nil }
        host =
            if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { authority[...end] } else {
                authority.prefix { $0 != ":" }
            }
    }

    /// The scheme, host and port of an address, as far as they are written: to whom a key is given.
    package static func origin(of text: String) -> String {
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.prefix(3).joined(separator: "/").lowercased()
    }

    package var isThisMachine: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }
}

extension ProviderKind {
    /// How far what is said to a provider of this kind travels, when nobody has said: not at all to this machine, else as far
    /// as is known of the kind, and of a stranger the safest guess is that others may read it.
    package func likelyTier(at address: ProviderAddress?) -> PrivacyTier {
        if self == .practice || address?.isThisMachine == true { return .local }
        return [.groq, .together, .fireworks].contains(self) ? .openSourceCloud : .proprietaryCloud
    }
}

extension Provider {
    /// To whom its key is given; `nil` where no address is set.
    package var origin: String? {
        (config.value["base_url"]?.string ?? kind.defaults.baseURL).map(ProviderAddress.origin(of:))
    }
}
