package import Domain

extension Provider {
    /// Whether this provider is set up well enough to be chosen when nobody names one: it can be made, and a local one, which
    /// has whatever was installed, says which model to use.
    package func isSetUp(for providers: any ModelProviders) -> Bool {
        if privacyTier == .local, kind != .practice, configuredModel == nil { return false }
        return (try? providers.provider(for: self)) != nil  // what cannot be made is not set up
    }
}
