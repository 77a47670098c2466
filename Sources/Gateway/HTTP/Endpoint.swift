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

    /// The address of Ollama's own API, for an endpoint that names it, its OpenAI-compatible one or just the server.
    var ollamaNative: Endpoint { Endpoint(origin: origin, path: ollamaStem + "/api") }

    /// The address of Ollama's OpenAI-compatible API, likewise.
    var ollamaCompatible: Endpoint { Endpoint(origin: origin, path: ollamaStem + "/v1") }

    /// The same endpoint, but `usual` below the server where it names nothing but that.
    func orBelow(_ usual: String) -> Endpoint { path.isEmpty ? Endpoint(origin: origin, path: "/" + usual) : self }

    private var ollamaStem: String {
        for ending in ["/api", "/v1"] where path.hasSuffix(ending) { return String(path.dropLast(ending.count)) }
        return path
    }
}
