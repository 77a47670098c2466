#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes folders that only their owner can look into.
enum Folder {
    /// The `errno` of the call that failed.
    struct Failure: Error {
        let code: Int32

        var reason: String { String(cString: strerror(code)) }
    }

    /// Makes the folder at `path`, and those above it, where they are missing.
    static func make(_ path: String) throws(Failure) {
        if mkdir(path, 0o700) == 0 { return }
        let code = errno
        switch code {
        case ENOENT:
            let above = parent(of: path)
            guard above != path else { throw Failure(code: code) }
            try make(above)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure(code: errno) }
        default:
            // A place that cannot be made anew, such as one on a read-only disk, may be there all the same.
            var status = stat()
            guard stat(path, &status) == 0 else { throw Failure(code: code) }
            guard status.st_mode & S_IFMT == S_IFDIR else { throw Failure(code: ENOTDIR) }
        }
    }

    private static func parent(of path: String) -> String {
        let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}
