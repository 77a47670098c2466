import Domain
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// What every request passes: who may come in, and how every failure is told.
struct FrontDoor<Context: RequestContext>: RouterMiddleware {
    let port: BoundPort
    let token: String
    let sessions: Sessions
    let time: any TimeSource
    let cockpit: Cockpit?
    let logger: Logger

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response
    {
        var response: Response
        do {
            let policy = AccessPolicy(token: token, port: port.value, sessions: sessions)
            try policy.checkOrigin(request.head)
            try policy.checkSize(request.head)
            let now = time.now()
            let session = sessions.session(of: request.head, port: port.value, at: now)
            if let page = try await cockpit?.answer(request, session) {
                response = page
            } else {
                if !RouteMatching.isOpen(request) { try policy.check(request.head, session, at: now) }
                response = try await next(request, context)
            }
        } catch {
            response = answer(to: error, request)
        }
        if request.method == .head { response = withoutBody(response) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        return response
    }

    private func answer(to error: any Error, _ request: Request) -> Response {
        if error is HTTPError, let methods = RouteMatching.methods(for: request) {
            let list = methods.joined(separator: ", ")
            var response = reply(
                APIError(status: .methodNotAllowed, code: "method_not_allowed", message: "Here only \(list) will do."))
            response.headers[.allow] = list
            return response
        }
        if let known = APIError(cause: error) { return reply(known) }
        logger.error("A request failed.", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        return reply(
            APIError(
                status: .internalServerError, code: "internal", message: "Something went wrong. The server's log says what."))
    }

    private func reply(_ error: APIError) -> Response { Reply.json(error.json, status: error.status).response }

    /// An answer to `HEAD` has no body (RFC 9110, section 9.3.2).
    private func withoutBody(_ response: Response) -> Response {
        Response(status: response.status, headers: response.headers, body: ResponseBody())
    }
}

/// The port that the server listens on, known once it does.
final class BoundPort: Sendable {
    private let port: Mutex<Int>

    init(_ port: Int) { self.port = Mutex(port) }

    var value: Int {
        get { port.withLock { $0 } }
        set { port.withLock { $0 = newValue } }
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .cacheControl
}
