#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps what the server writes from other users of the machine.
enum FilePrivacy {
    /// From now on new files and folders are the owner's alone.
    static func begin() { umask(0o077) }
}
