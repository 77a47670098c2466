/// What a failure says that a key was the reason of, and where those who read it find the command again.
///
/// Much of a reason is the words of a provider or of a model, which say what they please; so no more is taken from it than the
/// id of a provider.
package enum KeyAdvice {
    private static let opening = "If its key is wrong, set another: "

    /// The same failure with what to do about it, at its end, whatever it said before.
    ///
    /// - Parameter provider: The one that refused the key, or has none.
    package static func adding(to error: ModelError, at provider: Provider.ID) -> ModelError {
        let advice = opening + command(for: provider.rawValue)
        guard error.class == .unauthorized, !error.message.hasSuffix(advice) else { return error }
        var error = error
        let end = error.message.hasSuffix(".") ? "" : "."
        error.message += "\(end) \(advice)"
        return error
    }

    /// The command that a reason names, such as `teamx key set openai`.
    package static func command(in reason: String) -> String? { provider(in: reason).map(command(for:)) }

    /// The id of the provider whose key a reason says to set; `nil` where it says something else.
    package static func provider(in reason: String) -> String? {
        // What the program wrote comes after what it was told.
        guard let place = reason.ranges(of: opening).last else { return nil }
        let words = reason[place.upperBound...].split(whereSeparator: \.isWhitespace).prefix(4).map(String.init)
        guard words.count == 4, let id = words.last, Slug.isValid(id), words.joined(separator: " ") == command(for: id) else {
            return nil
        }
        return id
    }

    private static func command(for provider: String) -> String { "teamx key set \(provider)" }
}
