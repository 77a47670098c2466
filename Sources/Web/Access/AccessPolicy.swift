import Domain
import HTTPTypes
import HummingbirdCore

/// Who may talk to the server at all: this machine's own programs and the server's own pages, never another web site's.
struct AccessPolicy: Sendable {
    private let token: [UInt8]
    private let hosts: Set<String>
    private let sessions: Sessions

    /// - Parameter port: The port that the server listens on.
    init(token: String, port: Int, sessions: Sessions) {
        self.token = Array(token.utf8)
        self.sessions = sessions
        hosts = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
    }

    /// - Throws: ``APIError`` 403 for a request that came by another name than the server's, or from another site's page that does
    ///   more than lead a person to one of ours.
    func checkOrigin(_ head: HTTPRequest) throws(APIError) {
        // A second Host field stays among the others: whoever sends two means to be taken for somebody else.
        guard let host = head.authority?.lowercased(), hosts.contains(host), head.headerFields[.host] == nil else {
            throw APIError(status: .forbidden, code: "forbidden_host", message: "This server does not answer by that name.")
        }
        if let origin = head.headerFields[.origin], !hosts.contains(where: { origin.lowercased() == "http://\($0)" }) {
            throw APIError(status: .forbidden, code: "forbidden_origin", message: "Pages of other sites may not use this server.")
        }
        if let site = head.headerFields[.secFetchSite], site != "same-origin", site != "none", !Self.isVisit(head) {
            throw APIError(status: .forbidden, code: "forbidden_origin", message: "Pages of other sites may not use this server.")
        }
    }

    /// Whether a person follows a link to one of our pages, which then fills the window: such a page holds nothing by itself.
    private static func isVisit(_ head: HTTPRequest) -> Bool {
        let fields = head.headerFields
        return head.method == .get && fields[.secFetchMode] == "navigate" && fields[.secFetchDest] == "document"
            && fields[.transferEncoding] == nil && (fields[.contentLength] ?? "0") == "0"
            && Cockpit.Place(URI(head.path ?? "").path) == .page
    }

    /// - Throws: ``APIError`` 414 for an address that is longer than any of ours can be.
    func checkSize(_ head: HTTPRequest) throws(APIError) {
        guard (head.path?.utf8.count ?? 0) <= Self.addressLimit else {
            throw APIError(
                status: .uriTooLong, code: "too_large", message: "An address may have at most \(Self.addressLimit) bytes.")
        }
    }

    /// In bytes, the query included.
    static let addressLimit = 8192

    /// - Parameter session: That of the browser which the request comes from, if it was let in.
    /// - Throws: ``APIError`` 401 for whoever is nobody, and 403 for a browser that does not show that its request is our page's.
    func check(_ head: HTTPRequest, _ session: BrowserSession?, at now: Timestamp) throws(APIError) {
        if let given = head.headerFields[.authorization] {
            // Whoever shows a token is known by it alone.
            guard ConstantTime.areEqual(given.utf8, Array("Bearer ".utf8) + token) else { throw Self.nobody }
        } else {
            guard let session else { throw Self.nobody }
            try checkPage(head, of: session, at: now)
        }
    }

    /// - Throws: ``APIError`` 401 for a browser that reaches for what is for programs; that a token is right was checked before.
    static func check(_ head: HTTPRequest, reaching route: Route) throws(APIError) {
        if route.permission == .program, head.headerFields[.authorization] == nil { throw nobody }
    }

    /// A cookie alone opens nothing: a browser sends it with whatever any page makes it send.
    ///
    /// It sends it to other servers of this machine as well, since cookies do not know ports. Only our page knows the key of the
    /// session.
    private func checkPage(_ head: HTTPRequest, of session: BrowserSession, at now: Timestamp) throws(APIError) {
        if head.method != .get, head.method != .head {
            guard head.headerFields[.origin] != nil || head.headerFields[.secFetchSite] != nil else {
                throw APIError(
                    status: .forbidden, code: "forbidden_origin", message: "A browser says which page a request comes from.")
            }
        }
        if ConstantTime.areEqual((head.headerFields[.pageKey] ?? "").utf8, session.pageKey.utf8) { return }
        if let ticket = Self.ticket(in: head), sessions.accepts(ticket, of: session, at: now) { return }
        throw APIError(status: .forbidden, code: "csrf", message: "Send the session's key as “X-TeamX-CSRF: …”.")
    }

    /// The ticket behind the question mark, for an address that takes one.
    private static func ticket(in head: HTTPRequest) -> String? {
        let address = URI(head.path ?? "")
        guard RouteMatching.route(head.method, address.path)?.takesTicket == true else { return nil }
        return address.queryParameters[Substring(ticketName)].map(String.init)
    }

    static let ticketName = "ticket"

    private static let nobody = APIError(
        status: .unauthorized, code: "unauthorized",
        message: "Send the server's token as “Authorization: Bearer …”. It is in the data directory.")
}

extension HTTPField.Name {
    static let host = HTTPField.Name("Host") ?? .origin
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
    static let secFetchMode = HTTPField.Name("Sec-Fetch-Mode") ?? .origin
    static let secFetchDest = HTTPField.Name("Sec-Fetch-Dest") ?? .origin
    static let pageKey = HTTPField.Name("X-TeamX-CSRF") ?? .authorization
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .ifMatch
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch
}
