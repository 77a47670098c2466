import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// The pages for people, beside the API: one page for all their addresses, and the files that it is made of.
struct Cockpit: Sendable {
    private let server: WebContext

    init(_ server: WebContext) { self.server = server }

    private var assets: CockpitAssets { server.configuration.assets }

    /// The answer to a request for a page or a file, `nil` for any other request.
    ///
    /// - Throws: ``APIError`` for a file that is not there, and for a method that changes something.
    func answer(_ request: Request, _ session: BrowserSession?) async throws -> Response? {
        guard let place = Place(request.uri.path) else { return nil }
        guard request.method == .get || request.method == .head else {
            throw APIError(status: .methodNotAllowed, code: "method_not_allowed", message: "Here only GET will do.")
        }
        switch place {
        case .file(let hash, let path): return try file(hash: hash, path)
        case .page: return try await page(session)
        case .status:
            let html = try await StatusPage.html(server, isSignedIn: session != nil)
            return Self.response(ByteBuffer(string: html), contentType: "text/html; charset=utf-8", caching: "no-store")
        }
    }

    private func file(hash: String, _ path: String) throws -> Response {
        guard hash == assets.hash, let path = AssetPath(path), let bytes = assets.file(at: path) else {
            throw APIError.notFound("file")
        }
        let caching = assets.areLasting ? "public, max-age=31536000, immutable" : "no-store"
        return Self.response(bytes, contentType: path.contentType, caching: caching)
    }

    private func page(_ session: BrowserSession?) async throws -> Response {
        guard let path = AssetPath.index, let bytes = assets.file(at: path) else { throw APIError.notFound("page") }
        let owner = server.owner
        // Looks that cannot be read keep nobody out.
        let preferences =
            session == nil ? nil : try? await server.store.read { try PreferenceRoutes.current(of: owner, $0) }
        let boot = BootState.json(isSignedIn: session != nil, preferences, server.configuration)
        let page = PageTemplate(String(buffer: bytes)).filled(assets: "/a/\(assets.hash)", boot: boot)
        return Self.response(ByteBuffer(string: page), contentType: path.contentType, caching: "no-store")
    }

    private static func response(_ bytes: ByteBuffer, contentType: String, caching: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.cacheControl] = caching
        headers[.contentPolicy] = ContentPolicy.text
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }
}

extension Cockpit {
    /// What an address means, when it is none of the API.
    enum Place: Hashable, Sendable {
        case page
        case status
        case file(hash: String, path: String)

        /// - Parameter path: As it stands in the address, with nothing decoded.
        init?(_ path: String) {
            let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst()
            switch parts.first {
            case "a" where parts.count == 3: self = .file(hash: String(parts[2]), path: String(parts[3]))
            case "c" where parts.count > 1: self = .page
            case "status" where parts.count == 1: self = .status
            case "", "welcome", "search", "doctor", "enter":
                guard parts.count == 1 else { return nil }
                self = .page
            default: return nil
            }
        }
    }
}
