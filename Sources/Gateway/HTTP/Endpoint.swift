import Domain
import FoundationEssentials

/// The base URL of an API, checked once.
struct Endpoint: Hashable, Sendable {
    /// Scheme, host and port, in lower case: where a key may be sent.
    let origin: String
    /// Without a slash at its end.
    private let path: String

    /// - Throws: ``ModelError`` of class `invalidRequest` unless `text` is an http or https URL with a host and without user,
    ///   query and fragment. The message does not repeat the text, which may hold a secret.
    init(_ text: String) throws(ModelError) {
        let bare = String(text.filter { !$0.isWhitespace })
        guard let parts = URLComponents(string: bare), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { throw ModelError(.invalidRequest, "The base URL must begin with http:// or https:// and name a host.") }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw ModelError(.invalidRequest, "The base URL must hold neither a user, nor a query, nor a fragment.")
        }
        origin = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        var path = parts.percentEncodedPath
        while path.last == "/" { path.removeLast() }
        self.path = path
    }

    private init(origin: String, path: String) {
        self.origin = origin
        self.path = path
    }

    var isEncrypted: Bool { origin.hasPrefix("https:") }

    func url(_ tail: String) -> String { "\(origin)\(path)/\(tail)" }

    /// The address of Ollama's OpenAI-compatible API, for an endpoint that names its native one or just the server.
    var ollamaCompatible: Endpoint {
        let stem = path.hasSuffix("/api") ? String(path.dropLast(4)) : path
        return stem.hasSuffix("/v1") ? self : Endpoint(origin: origin, path: stem + "/v1")
    }
}
