/// What a failure says that a key was the reason of, and where those who read it find the command again.
package enum KeyAdvice {
    private static let opening = "If its key is wrong, set another: "

    /// The same failure with what to do about it.
    ///
    /// - Parameter provider: The one that refused the key, or has none.
    package static func adding(to error: ModelError, at provider: Provider.ID) -> ModelError {
        guard error.class == .unauthorized, command(in: error.message) == nil else { return error }
        var error = error
        let end = error.message.hasSuffix(".") ? "" : "."
        error.message += "\(end) \(opening)teamx key set \(provider)"
        return error
    }

    /// The command that a reason names, such as `teamx key set openai`.
    package static func command(in reason: String) -> String? {
        guard let place = reason.firstRange(of: opening) else { return nil }
        let words = reason[place.upperBound...].split(whereSeparator: \.isWhitespace).prefix(4)
        return words.count == 4 ? words.joined(separator: " ") : nil
    }
}
