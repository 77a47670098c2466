import Domain
import HTTPTypes

/// A browser that was let in.
struct BrowserSession: Hashable, Sendable {
    /// What the browser sends by itself.
    let cookie: String
    /// What only our own page can know, and sends along with every request.
    let pageKey: String
    /// What tells the session from every other, in hexadecimal digits.
    let nonce: String
    /// When it ends by itself.
    let end: Timestamp

    /// How long a browser stays signed in.
    static let length: Duration = .seconds(30 * 24 * 60 * 60)

    /// Cookies do not know ports, so the name does: two servers on one machine are two sessions.
    static func cookieName(port: Int) -> String { "teamx_session_\(port)" }

    /// The line that gives the cookie to a browser.
    func cookieLine(port: Int) -> String { Self.line("\(Self.cookieName(port: port))=\(cookie)", Self.length) }

    /// The line that takes the cookie from a browser.
    static func endingLine(port: Int) -> String { line("\(cookieName(port: port))=", .zero) }

    private static func line(_ cookie: String, _ age: Duration) -> String {
        "\(cookie); HttpOnly; SameSite=Strict; Path=/; Max-Age=\(age.components.seconds)"
    }

    /// The values that a request has for the session's cookie.
    ///
    /// There may be several: another server on this machine can give a browser cookies of any name, so each is tried.
    static func cookies(in head: HTTPRequest, port: Int) -> [String] {
        let name = cookieName(port: port) + "="
        let all = head.headerFields[values: .cookie].flatMap { $0.split(separator: ";") }
        return all.map(\.trimmed).filter { $0.hasPrefix(name) }.prefix(8).map { String($0.dropFirst(name.count)) }
    }
}
