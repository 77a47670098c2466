#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The secret that lets this machine's owner in, in a file that only the owner can read.
enum AccessToken {
    /// The token in the file at `path`; where there is none, or a blank one, a new token is put there, readable to its owner
    /// only.
    ///
    /// - Throws: `Problem`: also when there is a file that cannot be read or holds no token, since others may know the one in it.
    static func load(at path: String) throws -> String {
        if let present = try present(at: path) {
            chmod(path, 0o600)
            return present
        }
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        let token = "tx_" + String((0..<43).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Problem.system("made", path) }
        defer { close(descriptor) }
        let bytes = Array((token + "\n").utf8)
        guard fchmod(descriptor, 0o600) == 0, bytes.withUnsafeBytes({ systemWrite(descriptor, $0) }) == bytes.count,
            fsync(descriptor) == 0
        else { throw Problem.system("written", path) }
        return token
    }

    /// The token in the file, or `nil` where there is none; a blank file is taken away.
    private static func present(at path: String) throws -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Problem.system("read", path)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw Problem.system("read", path) }
        let content = bytes.prefix(count)
        let token = content.filter { !isBlank($0) }
        if token.isEmpty, count <= longest {
            guard unlink(path) == 0 else { throw Problem.system("replaced", path) }
            return nil
        }
        guard count <= longest, token.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
            throw Problem(sentence: "The access token file \(path) holds something that is no token.")
        }
        return String(decoding: token, as: UTF8.self)
    }

    /// The most bytes that the file of a token may have.
    private static let longest = 4096

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }

    struct Problem: Error, Hashable, CustomStringConvertible {
        let sentence: String

        var description: String { sentence }

        static func system(_ verb: String, _ path: String) -> Problem {
            Problem(sentence: "The access token file \(path) cannot be \(verb): \(String(cString: strerror(errno))).")
        }
    }
}
