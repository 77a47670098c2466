import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// One request on its way through a route.
struct Call: Sendable {
    let request: Request
    let parameters: Parameters
    let server: WebContext
    let route: Route
    /// The port that the server listens on.
    let port: Int
    /// Ends the connection, whatever is still on its way.
    let cut: @Sendable () -> Void

    var store: Store { server.store }

    /// The owner, whether through a program that has the token or through a browser that was let in.
    var author: Author { .user(server.owner) }

    /// What makes creating the same thing twice create it once.
    ///
    /// - Throws: ``APIError`` for a key that is too long.
    func clientKey() throws -> String? {
        guard let key = request.headers[.idempotencyKey], !key.isEmpty else { return nil }
        guard key.utf8.count <= 200 else { throw APIError.invalid("Idempotency-Key", "must have at most 200 characters") }
        return key
    }

    func path(_ name: String) throws -> String {
        guard let value = parameters.get(name) else { throw APIError.notFound(name) }
        return value
    }

    /// The company that the path names, by id or slug.
    ///
    /// - Throws: `RuleViolation` when there is none, and when it was closed down and the route would change something of it.
    func company(in transaction: any Transaction) throws -> Company {
        let name = try path("company")
        let known = try transaction.find(Company.self, Company.ID(name)) ?? Company.named(name, in: transaction)
        guard let company = known else { throw RuleViolation.notFound("company") }
        guard company.status != .archived || route.reachesClosed else {
            throw RuleViolation.conflict("The company is closed down: restore it first.")
        }
        return company
    }

    func query(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }

    /// A whole number from the query.
    ///
    /// - Throws: ``APIError`` naming the range.
    func number(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws -> Int {
        guard let text = query(name) else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw APIError.invalid(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// How many items a list shall give at most.
    ///
    /// - Throws: ``APIError`` naming the range.
    func limit() throws -> Int { try number("limit", in: 1...500, default: 100) }

    /// - Throws: ``APIError`` for anything but `true` and `false`.
    func flag(_ name: String) throws -> Bool {
        switch query(name) {
        case "true": return true
        case "false", nil: return false
        default: throw APIError.invalid(name, "must be true or false")
        }
    }

    func word<Word: Vocabulary>(_ name: String, as type: Word.Type) throws -> Word? {
        guard let text = query(name) else { return nil }
        guard let word = Word(rawValue: text), Word.writable.contains(word) else {
            throw APIError.invalid(name, "must be one of", allowed: Word.writable.map(\.rawValue))
        }
        return word
    }

    /// - Throws: ``APIError`` 415 for a body of a type that the route does not take.
    func checkContentType(for route: Route) throws {
        if case .bytes = route.body { return }
        let isSafe = route.method == .get
        guard !isSafe, let kind = request.headers[.contentType] else { return }
        guard Self.isJSON(kind) else { throw Self.notJSON }
    }

    private static func isJSON(_ kind: String) -> Bool {
        kind.prefix { $0 != ";" }.lowercased().trimmed == "application/json"
    }

    private static var notJSON: APIError {
        APIError(status: .unsupportedMediaType, code: "unsupported_media_type", message: "Send JSON, as application/json.")
    }

    /// The body, checked: JSON of bounded size and depth, no members that the route does not know, every value of its type.
    ///
    /// - Throws: ``APIError``.
    func body<Body: RequestBody>(_ type: Body.Type) async throws -> Body {
        guard let kind = request.headers[.contentType], Self.isJSON(kind) else { throw Self.notJSON }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: Self.bodyLimit) } catch is NIOTooManyBytesError {
            throw APIError(
                status: .contentTooLarge, code: "too_large", message: "The body may have at most \(Self.bodyLimit) bytes.")
        }
        let json: JSONValue
        do { json = try JSONValue(parsing: Array(buffer.readableBytesView)) } catch {
            throw APIError(status: .badRequest, code: "malformed", message: "The body is not JSON: \(error).")
        }
        return try Body.read(json)
    }

    static let bodyLimit = 2 * 1024 * 1024
}
