import Crypto
import Domain
import FoundationEssentials
import Store

/// What signs the sessions of browsers: keys that are made from the server's token, so that sessions outlive a restart and end
/// with the token.
struct SessionKeys: Sendable {
    private let cookieKey: SymmetricKey
    private let headerKey: SymmetricKey

    init(token: String) {
        func key(_ label: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: Array(token.utf8)), info: Array(label.utf8), outputByteCount: 32)
        }
        cookieKey = key("team-x browser session 1")
        headerKey = key("team-x browser pages 1")
    }

    /// A session that nobody else can make.
    ///
    /// - Parameter nonce: Bytes that tell it from every other.
    func session(until end: Timestamp, nonce: [UInt8]) -> BrowserSession {
        let signed = "\(end.milliseconds).\(nonce.hexadecimal)"
        return made(of: "\(signed).\(Self.code(for: signed, cookieKey).hexadecimal)")
    }

    /// The session that a cookie's value stands for, `nil` for one that was not made here or has ended.
    func session(_ cookie: String, at now: Timestamp) -> BrowserSession? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard cookie.utf8.count <= 200, parts.count == 3, let end = Int64(parts[0]),
            ConstantTime.areEqual(parts[2].utf8, Self.code(for: "\(parts[0]).\(parts[1])", cookieKey).hexadecimal.utf8),
            Timestamp(milliseconds: end) > now
        else { return nil }
        return made(of: cookie)
    }

    private func made(of cookie: String) -> BrowserSession {
        BrowserSession(cookie: cookie, pageKey: Self.code(for: cookie, headerKey).hexadecimal)
    }

    private static func code(for text: String, _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
