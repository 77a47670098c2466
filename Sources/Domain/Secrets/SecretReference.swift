/// A place in configuration where a secret's name stands instead of the secret: `{"secret_ref": "name"}`.
///
/// The older form `{"type": "secret_ref", "providerId": "openai", "key": "apiKey"}` is read as the key of that provider.
package struct SecretReference: Hashable, Sendable {
    package let name: String

    package init(_ name: SecretName) { self.name = name.text }

    /// `nil` for a value that is no reference.
    package init?(_ value: JSONValue) {
        guard let members = value.object else { return nil }
        if let name = members["secret_ref"]?.string, members.count == 1, let name = try? SecretName(name) {  // else it is none
            self.init(name)
        } else if members["type"]?.string == "secret_ref", members["key"]?.string == "apiKey",
            let provider = members["providerId"]?.string, !provider.isEmpty
        {
            self.init(.key(of: Provider.ID(provider)))
        } else {
            return nil
        }
    }

    package var json: JSONValue { ["secret_ref": .string(name)] }
}

extension JSONValue {
    /// All references inside the value with where they stand, such as `env.TOKEN`.
    package var secretReferences: [(place: String, reference: SecretReference)] { references(at: "") }

    private func references(at place: String) -> [(place: String, reference: SecretReference)] {
        if let reference = SecretReference(self) { return [(place, reference)] }
        switch self {
        case .object(let members):
            return members.sorted { $0.key < $1.key }.flatMap { key, value in
                value.references(at: place.isEmpty ? key : "\(place).\(key)")
            }
        case .array(let items):
            return items.enumerated().flatMap { index, value in value.references(at: "\(place)[\(index)]") }
        default: return []
        }
    }

    /// The value with the secrets in place of their references.
    ///
    /// To be used at once: it belongs neither into a row nor into a message.
    ///
    /// - Throws: ``SecretStoreError``; ``MissingSecret`` for one that is not there.
    package func resolved(with secrets: Secrets) throws -> JSONValue {
        if let reference = SecretReference(self) {
            guard let value = try secrets.value(of: reference.name) else { throw MissingSecret(name: reference.name) }
            return .string(value)
        }
        switch self {
        case .object(let members): return .object(try members.mapValues { try $0.resolved(with: secrets) })
        case .array(let items): return .array(try items.map { try $0.resolved(with: secrets) })
        default: return self
        }
    }
}

/// A secret that configuration names and nobody has set.
package struct MissingSecret: Error, Hashable, CustomStringConvertible {
    package let name: String

    package var description: String { "The secret “\(name)” is not set." }
}
