import Domain

/// What the page knows before it has asked for anything.
///
/// Whoever has a copy of the cookie is given the same page, so there is nothing in it that lets in or that is a company's: the
/// page asks the API for that, with the key of its session.
enum BootState {
    /// - Parameters:
    ///   - isSignedIn: Whether the browser was let in.
    ///   - preferences: How the person likes the cockpit to be; its looks are here, so that it has them from the first moment.
    static func json(isSignedIn: Bool, _ preferences: JSONValue?, _ configuration: WebServer.Configuration) -> JSONValue {
        var members: [String: JSONValue] = [
            "version": .string(configuration.version), "assets": .string(configuration.assets.hash),
            "signed_in": .bool(isSignedIn),
        ]
        guard isSignedIn else { return .object(members) }
        members["epoch"] = .integer(Int64(configuration.epoch))
        for name in ["theme", "density"] { members[name] = preferences?[name] }
        return .object(members)
    }
}
