import Crypto
package import Domain
import FoundationEssentials
import HTTPTypes
import Synchronization

/// The codes with which browsers are let in: each once, for five minutes, and only while the server runs.
package final class SessionCodes: Sendable {
    /// A code that was given out.
    package struct Issued: Hashable, Sendable {
        /// Such as `k3vd-9x2m-q7ht`.
        package let code: String
        package let expiresAt: Timestamp
    }

    private struct State {
        /// By what they are hashed to, so that no code is kept.
        var outstanding: [(digest: [UInt8], expiresAt: Timestamp)] = []
        var wrongTries: [Timestamp] = []
    }

    private let state = Mutex(State())
    private let random: @Sendable (_ count: Int) -> [UInt8]

    /// - Parameter random: Makes bytes that nobody can guess.
    package init(random: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.random = random }

    /// Gives out a code; of too many the one that ends first goes.
    package func issue(at now: Timestamp) -> Issued {
        let letters = random(Self.length).map { Self.alphabet[Int($0) % Self.alphabet.count] }
        let code = String(decoding: letters, as: UTF8.self)
        let expiresAt = now + Self.lifetime
        state.withLock { state in
            state.outstanding.removeAll { $0.expiresAt <= now }
            if state.outstanding.count >= Self.limit { state.outstanding.removeFirst() }
            state.outstanding.append((Self.digest(code), expiresAt))
        }
        return Issued(code: Self.grouped(code), expiresAt: expiresAt)
    }

    /// Takes a code, which is then worth nothing any more.
    ///
    /// - Throws: ``APIError`` 403 for a wrong one; 429 after too many of these, by whomever, whatever the code is.
    func redeem(_ text: String, at now: Timestamp) throws {
        let digest = Self.digest(text.lowercased().filter { $0 != "-" && !$0.isWhitespace })
        try state.withLock { state throws(APIError) in
            state.wrongTries.removeAll { $0 + Self.tryWindow <= now }
            guard state.wrongTries.count < Self.tryLimit else {
                throw APIError(
                    status: .tooManyRequests, code: "too_many_tries", message: "Too many wrong codes: wait a minute.")
            }
            state.outstanding.removeAll { $0.expiresAt <= now }
            var match: Int?
            for (place, known) in state.outstanding.enumerated() where ConstantTime.areEqual(digest, known.digest) {
                match = place
            }
            guard let match else {
                state.wrongTries.append(now)
                throw APIError(
                    status: .forbidden, code: "wrong_code",
                    message: "This code is not known: each lets in once, for five minutes. “teamx open” gives another.")
            }
            state.outstanding.remove(at: match)
        }
    }

    static let lifetime: Duration = .seconds(300)
    static let limit = 20
    static let tryLimit = 10
    static let tryWindow: Duration = .seconds(60)
    private static let length = 12

    /// 32 characters, none of which is taken for another: 60 bits in a code.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz023456789".utf8)

    private static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    private static func digest(_ code: String) -> [UInt8] { Array(SHA256.hash(data: Array(code.utf8))) }
}
