import Crypto
import Domain
import FoundationEssentials
import Store

/// What signs the sessions of browsers: keys that are made from the server's token, so that sessions outlive a restart and end
/// with the token.
struct SessionKeys: Sendable {
    private let cookieKey: SymmetricKey
    private let headerKey: SymmetricKey
    private let ticketKey: SymmetricKey

    init(token: String) {
        func key(_ label: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: Array(token.utf8)), info: Array(label.utf8), outputByteCount: 32)
        }
        cookieKey = key("team-x browser session 1")
        headerKey = key("team-x browser pages 1")
        ticketKey = key("team-x browser tickets 1")
    }

    /// A session that nobody else can make.
    ///
    /// - Parameter nonce: Bytes that tell it from every other.
    func session(until end: Timestamp, nonce: [UInt8]) -> BrowserSession {
        let nonce = nonce.hexadecimal
        let signed = "\(end.milliseconds).\(nonce)"
        return made(of: "\(signed).\(Self.code(for: signed, cookieKey).hexadecimal)", nonce, end)
    }

    /// The session that a cookie's value stands for, `nil` for one that was not made here or has ended.
    func session(_ cookie: String, at now: Timestamp) -> BrowserSession? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard cookie.utf8.count <= 200, parts.count == 3, let end = Int64(parts[0]),
            ConstantTime.areEqual(parts[2].utf8, Self.code(for: "\(parts[0]).\(parts[1])", cookieKey).hexadecimal.utf8),
            Timestamp(milliseconds: end) > now
        else { return nil }
        return made(of: cookie, String(parts[1]), Timestamp(milliseconds: end))
    }

    /// A ticket with which the browser of a session may open an address that it cannot send a header to.
    func ticket(for session: BrowserSession, until end: Timestamp) -> String {
        "\(end.milliseconds).\(Self.code(for: Self.ticketed(session, "\(end.milliseconds)"), ticketKey).hexadecimal)"
    }

    /// Whether a ticket was given out to the session and is still good.
    func accepts(_ ticket: String, of session: BrowserSession, at now: Timestamp) -> Bool {
        let parts = ticket.split(separator: ".", omittingEmptySubsequences: false)
        guard ticket.utf8.count <= 200, parts.count == 2, let end = Int64(parts[0]),
            ConstantTime.areEqual(
                parts[1].utf8, Self.code(for: Self.ticketed(session, parts[0]), ticketKey).hexadecimal.utf8)
        else { return false }
        return Timestamp(milliseconds: end) > now
    }

    /// What a ticket's code is over: what it is for, whose it is, and when it ends.
    private static func ticketed(_ session: BrowserSession, _ end: some StringProtocol) -> String {
        "open.\(session.cookie).\(end)"
    }

    private func made(of cookie: String, _ nonce: String, _ end: Timestamp) -> BrowserSession {
        BrowserSession(cookie: cookie, pageKey: Self.code(for: cookie, headerKey).hexadecimal, nonce: nonce, end: end)
    }

    private static func code(for text: String, _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
