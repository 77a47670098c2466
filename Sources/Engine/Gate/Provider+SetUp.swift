package import Domain

extension Provider {
    /// How far a provider is set up.
    package enum SetUp: Sendable {
        case ready
        /// Its key cannot be read at the moment, so nobody can tell whether it has one.
        case closed(ModelError)
        /// It lacks something, such as its key; with why it could not be made, where that was tried.
        case lacking(ModelError?)
    }

    /// Whether this provider is set up well enough to be chosen when nobody names one: it can be made, and a local one, which
    /// has whatever was installed, says which model to use.
    package func setUp(for providers: any ModelProviders) -> SetUp {
        if privacyTier == .local, kind != .practice, configuredModel == nil { return .lacking(nil) }
        do {
            _ = try providers.provider(for: self)
            return .ready
        } catch {
            let failure = error as? ModelError
            guard let failure, failure.class == .secretsClosed else { return .lacking(failure) }
            return .closed(failure)
        }
    }

    /// Whether a company that chose none gets this one, or waits for it, rather than the practice model.
    package func comesBeforePractice(for providers: any ModelProviders) -> Bool {
        guard enabled, kind != .practice else { return false }
        if case .lacking = setUp(for: providers) { return false }
        return true
    }

    /// Whether it is ready to be chosen.
    package func isSetUp(for providers: any ModelProviders) -> Bool {
        if case .ready = setUp(for: providers) { true } else { false }
    }
}
