/// Keeps secrets, each under a name, outside of the database.
package protocol SecretStore: Sendable {
    /// What keeps them.
    var place: SecretPlace { get }

    /// The secret of this name; `nil` when there is none.
    ///
    /// May wait for another program for some seconds.
    ///
    /// - Throws: ``SecretStoreError``.
    func value(of name: String) throws(SecretStoreError) -> String?

    /// Keeps a secret, in place of the one that had its name.
    ///
    /// - Throws: ``SecretStoreError``; then everything is as it was.
    func set(_ value: String, for name: String) throws(SecretStoreError)

    /// Forgets a secret.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: ``SecretStoreError``; then everything is as it was.
    func remove(_ name: String) throws(SecretStoreError) -> Bool
}

/// Where secrets are kept, in words.
package struct SecretPlace: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case secretService = "secret_service"
        case keychain
        case file
        /// Nowhere beyond the end of the process.
        case memory
    }

    package var kind: Kind
    /// Such as “the file secrets.sealed, sealed with a passphrase”.
    package var description: String

    package init(kind: Kind, description: String) {
        self.kind = kind
        self.description = description
    }
}

/// Why a secret could not be read or kept.
package enum SecretStoreError: Error, Hashable, Sendable {
    /// The file is sealed with a passphrase, and none was given.
    case passphraseNeeded(path: String)
    /// What was given does not open the file.
    case wrongPassphrase(path: String)
    /// The key that opens the file is gone.
    case keyMissing(path: String, key: String)
    /// The key is not the one that the file was sealed with.
    case wrongKey(path: String, key: String)
    /// The file was cut or changed.
    case damaged(path: String)
    /// Written by a later program.
    case unknownFormat(path: String)
    /// The operating system would not let it be read or written.
    case system(path: String, reason: String)
    /// The program that keeps secrets did not do it.
    case tool(name: String, reason: String)
}

extension SecretStoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .passphraseNeeded(let path):
            "The secrets in \(path) are sealed with a passphrase: start the server with TEAMX_PASSPHRASE."
        case .wrongPassphrase(let path): "TEAMX_PASSPHRASE is not the passphrase that \(path) is sealed with."
        case .keyMissing(let path, let key): "The secrets in \(path) cannot be opened: their key \(key) is gone."
        case .wrongKey(let path, let key): "The secrets in \(path) cannot be opened: \(key) is not their key."
        case .damaged(let path): "The file of secrets \(path) was cut or changed; put back a copy of it, or take it away."
        case .unknownFormat(let path): "The file of secrets \(path) was written by another version of the program."
        case .system(let path, let reason): "\(path) cannot be used: \(reason)."
        case .tool(let name, let reason): "\(name) does not keep the secrets: \(reason)."
        }
    }
}
