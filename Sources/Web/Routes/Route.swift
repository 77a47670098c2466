import Domain
import HTTPTypes

/// One thing the API can do, declared once: the router and the OpenAPI document are both made from it.
struct Route: Sendable {
    /// Who may call a route. There is no route without an answer to that.
    enum Permission: Sendable {
        case everyone
        /// Whoever has the token.
        case owner
    }

    let method: HTTPRequest.Method
    /// Such as `/api/companies/{company}`.
    let path: String
    let summary: String
    let permission: Permission
    let body: (any RequestBody.Type)?
    let answer: Answer
    let handle: @Sendable (Call) async throws -> Reply

    /// What a route answers with, for the document.
    enum Answer: Sendable {
        case object(any (Decodable & Sendable).Type)
        case list(any (Decodable & Sendable).Type)
        case anything
        case bytes
    }

    init(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, permission: Permission = .owner,
        body: (any RequestBody.Type)? = nil, answer: Answer = .anything, handle: @escaping @Sendable (Call) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.permission = permission
        self.body = body
        self.answer = answer
        self.handle = handle
    }
}
