import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The secret that lets this machine's owner in, in a file that only the owner can read.
enum AccessToken {
    /// The token in the file at `path`; at the first start a new one is put there, readable to its owner only.
    ///
    /// - Throws: `Problem`.
    static func load(at path: String) throws -> String {
        if let present = try? String(contentsOfFile: path, encoding: .utf8), !present.isBlank {  // no file: a new token
            chmod(path, 0o600)
            return present.filter { !$0.isWhitespace }
        }
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        let token = "tx_" + String((0..<43).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Problem(reason: String(cString: strerror(errno)), path: path) }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0, write(descriptor, token + "\n", token.utf8.count + 1) == token.utf8.count + 1,
            fsync(descriptor) == 0
        else { throw Problem(reason: String(cString: strerror(errno)), path: path) }
        return token
    }

    struct Problem: Error, CustomStringConvertible {
        let reason: String
        let path: String

        var description: String { "The access token \(path) cannot be kept: \(reason)." }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
