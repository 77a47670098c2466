import Domain

/// Where a provider's key is: its secret, the secret that its row names, the environment variable that its row names, or the
/// kind's own variable, the first that there is.
///
/// One whose key was set as its own secret needs that one, of whatever kind it is: while that cannot be read, or is not found, its
/// work waits.
struct ProviderKeys: Sendable {
    let secrets: Secrets?
    let environment: @Sendable (String) -> String?

    /// The key of a provider; `nil` for one that needs none and has none.
    ///
    /// - Throws: ``ModelError`` of class `unauthorized` when one is needed that there is not, `secretsClosed` when it cannot be
    ///   read.
    func credential(for row: Provider, _ settings: ProviderSettings) throws(ModelError) -> Credential? {
        let found: (key: String, from: ProviderKey)?
        do throws(SecretStoreError) { found = try find(row, settings) } catch {
            throw ModelError(.secretsClosed, "The secrets cannot be opened. \(error)")
        }
        if let credential = Credential(found?.key) { return credential }
        if isSet(row) { throw .keyIsElsewhere(row) }
        if let secret = settings.keySecret {
            throw ModelError(.unauthorized, "No key: the secret “\(secret)” is not set.")
        }
        guard row.needsKey else { return nil }
        guard let variable = settings.keyVariable else {
            throw ModelError(
                .unauthorized,
                "No key: with a base_url of its own the provider needs a key of its own, or an api_key_env that names one.")
        }
        throw ModelError(.unauthorized, "No key: the environment variable \(variable) is not set.")
    }

    /// Whether there is a key, and where it is from.
    func source(for row: Provider) -> ProviderKey {
        guard row.kind != .practice else { return ProviderKey(isNeeded: false) }
        let settings: ProviderSettings
        do throws(ModelError) { settings = try ProviderSettings(row) } catch {
            return ProviderKey(isNeeded: row.needsKey, problem: error.message)
        }
        do throws(SecretStoreError) {
            return try find(row, settings)?.from ?? ProviderKey(isNeeded: row.needsKey || isSet(row))
        } catch {
            return ProviderKey(isNeeded: row.needsKey, problem: error.description)
        }
    }

    private func find(
        _ row: Provider, _ settings: ProviderSettings
    ) throws(SecretStoreError) -> (key: String, from: ProviderKey)? {
        let isNeeded = row.needsKey
        let own = SecretName.key(of: row.id).text
        var closure: SecretStoreError?
        for (name, source) in [(own, ProviderKey.Source.secret), (settings.keySecret, .reference)] {
            guard let name else { continue }
            do throws(SecretStoreError) {
                guard let key = try secrets?.value(of: name), Credential(key) != nil else { continue }
                return (key, ProviderKey(source: source, name: name, isNeeded: isNeeded))
            } catch {
                // One that was never set is most likely not there.
                guard settings.keySecret == nil, !isSet(row) else { throw error }
                closure = error
            }
        }
        // A row that names a secret means that one and no other.
        if settings.keySecret == nil, let variable = settings.keyVariable, let key = environment(variable),
            let credential = Credential(key)
        {
            secrets?.redactor.learn(credential.bare)
            return (key, ProviderKey(source: .environment, name: variable, isNeeded: isNeeded))
        }
        if isNeeded, let closure { throw closure }
        return nil
    }

    /// Whether the provider's own key was set.
    private func isSet(_ row: Provider) -> Bool { secrets?.isExpected(.key(of: row.id)) ?? false }
}

extension Provider {
    /// What runs on this machine speaks a maker's format, but seldom asks for a key.
    fileprivate var needsKey: Bool { kind.defaults.needsKey && privacyTier != .local }
}
