import Domain

/// One maker's way to speak to models: what is sent, and how the answer is read.
///
/// A format knows nothing of connections, clocks and keys; ``WireProvider`` has those, the same for all formats.
protocol WireFormat: Sendable {
    /// What every request carries besides the key.
    var headers: [WireHeader] { get }

    /// The header that carries the key.
    func authorization(_ credential: Credential) -> WireHeader

    /// How `request` is asked.
    ///
    /// - Parameter quote: Prepares what the provider says for people.
    func call(for request: ModelRequest, quote: Quotation) -> WireCall

    /// The names of the models that there are, as they are listed.
    ///
    /// - Parameter ask: Asks a path below the base URL for JSON.
    func models(asking ask: (_ path: String) async throws -> JSONValue) async throws -> [String]

    /// Whether a model that people call `name` may be served where `list` is what ``models(asking:)`` gave.
    func has(_ name: String, in list: [String]) -> Bool
}

extension WireFormat {
    var headers: [WireHeader] { [] }

    func authorization(_ credential: Credential) -> WireHeader {
        WireHeader(name: "Authorization", value: credential.bearer)
    }

    func has(_ name: String, in list: [String]) -> Bool { list.contains(name) }
}

/// A header of a request.
struct WireHeader: Hashable, Sendable {
    let name: String
    let value: String
}

/// A question to a model, ready to be sent.
struct WireCall: Sendable {
    /// Below the base URL.
    let path: String
    let body: JSONValue
    let framing: Framing
    /// Reads the answer.
    let decoder: any AnswerDecoder
}
