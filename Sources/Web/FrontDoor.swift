import Domain
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// What every request passes: who may come in, and how every failure is told.
struct FrontDoor<Context: RequestContext>: RouterMiddleware {
    let port: BoundPort
    let token: String
    let logger: Logger

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response {
        var response: Response
        do {
            let policy = AccessPolicy(token: token, port: port.value)
            try policy.checkOrigin(request.head)
            if !RouteMatching.isOpen(request) { try policy.checkToken(request.head) }
            response = try await next(request, context)
        } catch {
            response = answer(to: error, request)
        }
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        return response
    }

    private func answer(to error: any Error, _ request: Request) -> Response {
        var known = APIError(cause: error)
        if known?.status == .notFound, known?.code == "not_found", let methods = RouteMatching.methods(for: request) {
            known = APIError(
                status: .methodNotAllowed, code: "method_not_allowed", message: "Here only \(methods.joined(separator: ", ")) will do.")
        }
        if known == nil { logger.error("A request failed.", metadata: ["path": "\(request.uri.path)", "error": "\(error)"]) }
        let told = known ?? APIError(status: .internalServerError, code: "internal", message: "Something went wrong. The server's log says what.")
        return Reply.json(told.json, status: told.status).response
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
