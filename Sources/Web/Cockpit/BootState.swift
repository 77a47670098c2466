import Domain

/// What the page knows before it has asked for anything.
///
/// Whoever has a copy of the cookie is given the same page, so there is nothing in it that lets in or that is a company's: the
/// page asks the API for that, with the key of its session.
enum BootState {
    /// - Parameter preferences: How the person likes the cockpit to be, so that it is so from the first moment; `nil` when the
    ///   browser was not let in.
    static func json(_ preferences: JSONValue?, _ configuration: WebServer.Configuration) -> JSONValue {
        var members: [String: JSONValue] = [
            "version": .string(configuration.version), "assets": .string(configuration.assets.hash),
            "signed_in": .bool(preferences != nil),
        ]
        if let preferences {
            members["epoch"] = .integer(Int64(configuration.epoch))
            members["preferences"] = preferences
        }
        return .object(members)
    }
}
