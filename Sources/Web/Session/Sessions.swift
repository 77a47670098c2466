import Domain
import HTTPTypes

/// How browsers are let in and known again.
package struct Sessions: Sendable {
    package let codes: SessionCodes
    private let keys: SessionKeys
    private let ended: EndedSessions
    private let random: @Sendable (_ count: Int) -> [UInt8]

    /// How long a ticket is good for opening an address; what was opened goes on.
    static let ticketLifetime: Duration = .seconds(300)

    /// - Parameters:
    ///   - token: The server's token, of which the keys are made.
    ///   - ended: Those that were signed out.
    ///   - random: Makes bytes that nobody can guess.
    package init(
        token: String, ended: EndedSessions = EndedSessions(), random: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.ended = ended
        codes = SessionCodes(random: random)
        keys = SessionKeys(token: token)
        self.random = random
    }

    /// A session that begins now.
    func begin(at now: Timestamp) -> BrowserSession {
        keys.session(until: now + BrowserSession.length, nonce: random(16))
    }

    /// The session that a request belongs to, if its browser was let in.
    func session(of head: HTTPRequest, port: Int, at now: Timestamp) -> BrowserSession? {
        let known = BrowserSession.cookies(in: head, port: port).lazy.compactMap { keys.session($0, at: now) }
        return known.first { !ended.contains($0) }
    }

    /// Whether a session that was found goes on.
    func isOpen(_ session: BrowserSession, at now: Timestamp) -> Bool { session.end > now && !ended.contains(session) }

    /// Ends a session before its time, with every copy of its cookie.
    func end(_ session: BrowserSession, at now: Timestamp) throws { try ended.end(session, at: now) }

    /// A ticket for a browser of ours, and when it ends.
    func ticket(for session: BrowserSession, at now: Timestamp) -> (text: String, expiresAt: Timestamp) {
        let end = now + Self.ticketLifetime
        return (keys.ticket(for: session, until: end), end)
    }

    /// Whether a ticket was given out to the session and is still good.
    func accepts(_ ticket: String, of session: BrowserSession, at now: Timestamp) -> Bool {
        keys.accepts(ticket, of: session, at: now)
    }
}
