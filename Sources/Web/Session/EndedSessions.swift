import Domain
import Synchronization

/// The sessions that were signed out, kept until they would have ended by themselves: their cookies may have been copied.
package final class EndedSessions: Sendable {
    private let ends: Mutex<[String: Timestamp]>
    private let keep: @Sendable (_ text: String) throws -> Void

    /// So many are kept at the most; beyond, the one that would end first is let go.
    static let limit = 1000

    /// - Parameters:
    ///   - text: What was kept last; lines that are none are left out.
    ///   - keep: Keeps what is known now for the next start.
    package init(_ text: String = "", keep: @escaping @Sendable (_ text: String) throws -> Void = { _ in }) {
        let known = text.split(separator: "\n").compactMap { line -> (String, Timestamp)? in
            let words = line.split(separator: " ")
            guard words.count == 2, let end = Int64(words[1]) else { return nil }
            return (String(words[0]), Timestamp(milliseconds: end))
        }
        ends = Mutex(Dictionary(known) { max($0, $1) })
        self.keep = keep
    }

    /// Whether the session was signed out.
    func contains(_ session: BrowserSession) -> Bool { ends.withLock { $0[session.nonce] != nil } }

    /// Ends a session before its time.
    ///
    /// - Throws: What keeps it from being kept for the next start; until then it has ended all the same.
    func end(_ session: BrowserSession, at now: Timestamp) throws {
        try ends.withLock { ends in
            ends = ends.filter { $0.value > now }
            if ends.count >= Self.limit, let first = ends.min(by: { $0.value < $1.value })?.key { ends[first] = nil }
            ends[session.nonce] = session.end
            try keep(ends.map { "\($0.key) \($0.value.milliseconds)\n" }.sorted().joined())
        }
    }
}
