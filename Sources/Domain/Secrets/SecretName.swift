/// What a secret is called: 1 to 128 letters, digits and `.`, `_`, `:`, `-`.
package struct SecretName: Hashable, Sendable {
    package let text: String

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)``.
    package init(_ text: String) throws(RuleViolation) {
        guard (1...128).contains(text.utf8.count), text.utf8.allSatisfy(\.isOfSecretName) else {
            throw .invalid(field: "name", reason: "must be 1 to 128 letters a to z, digits and the signs . _ : -")
        }
        self.text = text
    }

    private init(trusted text: String) { self.text = text }

    /// The name of a provider's key.
    package static func key(of provider: Provider.ID) -> SecretName { SecretName(trusted: prefix + provider.rawValue) }

    /// The provider whose key it is.
    package var provider: Provider.ID? {
        text.hasPrefix(Self.prefix) ? Provider.ID(String(text.dropFirst(Self.prefix.count))) : nil
    }

    private static let prefix = "provider:"
}

extension UInt8 {
    fileprivate var isOfSecretName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
