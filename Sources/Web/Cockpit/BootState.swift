import Domain

/// What the page knows before it has asked for anything.
///
/// Whoever has a copy of the cookie is given the same page, so there is nothing in it that lets in or that is a company's: the
/// page asks the API for that, with the key of its session.
enum BootState {
    /// - Parameter isSignedIn: Whether the browser was let in.
    static func json(isSignedIn: Bool, _ configuration: WebServer.Configuration) -> JSONValue {
        var members: [String: JSONValue] = [
            "version": .string(configuration.version), "assets": .string(configuration.assets.hash),
            "signed_in": .bool(isSignedIn),
        ]
        if isSignedIn { members["epoch"] = .integer(Int64(configuration.epoch)) }
        return .object(members)
    }
}
