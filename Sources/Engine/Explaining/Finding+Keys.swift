import Domain

extension Finding.Action {
    /// What to do about work that failed for its provider's key; `nil` for any other reason.
    static func key(for reason: String) -> Self? {
        guard let command = KeyAdvice.command(in: reason), let provider = KeyAdvice.provider(in: reason) else { return nil }
        return .init("Set the provider's key", "PUT", "/api/providers/\(provider)/key", command: command)
    }
}
