import Domain
import HTTPTypes

/// One thing the API can do, declared once: the router and the OpenAPI document are both made from it.
struct Route: Sendable {
    /// Who may call a route.
    ///
    /// There is no route without an answer to that.
    enum Permission: Sendable {
        case everyone
        /// Whoever has the token, and the cockpit in a browser that was let in.
        case owner
        /// Whoever has the token itself, no browser.
        case program
    }

    let method: HTTPRequest.Method
    /// Such as `/api/companies/{company}`.
    let path: String
    let summary: String
    let permission: Permission
    let query: [QueryParameter]
    let body: Body?
    let answer: Answer
    /// How it answers when all went well.
    let statuses: [HTTPResponse.Status]
    let creates: Bool
    /// Whether it may be called for a company that was closed down.
    let reachesClosed: Bool
    /// Whether a browser that cannot send the session's key may show a ticket behind the question mark instead.
    let takesTicket: Bool
    let handle: @Sendable (Call) async throws -> Reply

    /// What a route takes.
    enum Body: Sendable {
        case json(any RequestBody.Type)
        /// A file as it is, of any type.
        case bytes
    }

    /// - Parameters:
    ///   - creates: Whether it makes something, once for each `Idempotency-Key`: 201 when it is new, 200 when it was there. Then
    ///     `statuses` does not count.
    ///   - reachesClosed: Whether it may be called for a company that was closed down, though it changes something.
    ///   - takesTicket: Whether browsers open it by its address alone.
    init(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, permission: Permission = .owner,
        query: [QueryParameter] = [], body: Body? = nil, answer: Answer = .json(.anything),
        statuses: [HTTPResponse.Status] = [.ok], creates: Bool = false, reachesClosed: Bool = false,
        takesTicket: Bool = false, handle: @escaping @Sendable (Call) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.permission = permission
        self.query = query
        self.body = body
        self.answer = answer
        self.statuses = creates ? [.created, .ok] : statuses
        self.creates = creates
        self.reachesClosed = reachesClosed || method == .get
        self.takesTicket = takesTicket
        self.handle = handle
    }
}
