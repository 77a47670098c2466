import FoundationEssentials
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder that holds everything one server keeps, locked to it while it runs.
///
/// The lock is `flock` on `team-x.lock`, which the operating system lets go when the process ends, however it ends. The
/// file says who holds it.
package final class DataDirectory: Sendable {
    package let path: String
    private let descriptor: Int32
    private let isOpen = Mutex(true)

    private static let databaseName = "team-x.sqlite"

    package var databasePath: String { path + "/" + Self.databaseName }
    package var tokenPath: String { path + "/token" }
    /// Which sessions of browsers were signed out.
    package var endedSessionsPath: String { path + "/ended-sessions" }
    package var vaultPath: String { path + "/vault" }

    /// Takes the folder's lock.
    ///
    /// - Parameter creates: Whether to make the folder, readable to its owner only, if it is missing. Otherwise a folder
    ///   without a database is refused, and nothing is changed.
    /// - Throws: ``DataDirectoryError``.
    package init(at path: String, creates: Bool = true) throws {
        if creates {
            do { try Folder.make(path) } catch { throw DataDirectoryError.unusable(path: path, reason: error.reason) }
        } else if access(path + "/" + Self.databaseName, F_OK) != 0 {
            throw DataDirectoryError.unusable(path: path, reason: "there is no database in it")
        }
        guard let resolved = realpath(path, nil) else {
            throw DataDirectoryError.unusable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
        let lockPath = self.path + "/team-x.lock"
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw DataDirectoryError.unusable(path: self.path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            guard code == EWOULDBLOCK else {
                throw DataDirectoryError.unusable(path: self.path, reason: String(cString: strerror(code)))
            }
            throw DataDirectoryError.inUse(path: self.path, holder: Self.holder(at: self.path))
        }
        self.descriptor = descriptor
    }

    deinit { release() }

    /// Says in the lock file who holds it: the process and the address at which it answers.
    ///
    /// - Throws: ``DataDirectoryError``.
    package func announce(address: String?) throws {
        let text = "\(getpid())\n\(address ?? "")\n"
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count else {
            throw DataDirectoryError.unusable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    package func release() {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            isOpen = false
            close(descriptor)
        }
    }

    /// Who holds the folder's lock, as far as its lock file tells.
    package static func holder(at path: String) -> LockHolder? {
        let lockPath = path + "/team-x.lock"
        guard let text = try? String(contentsOfFile: lockPath, encoding: .utf8) else { return nil }  // no file, no holder
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let process = Int32(first) else { return nil }
        return LockHolder(process: process, address: lines.count > 1 && !lines[1].isEmpty ? String(lines[1]) : nil)
    }
}

/// The server that has a data directory.
package struct LockHolder: Hashable, Sendable {
    package let process: Int32
    /// Such as `http://127.0.0.1:4870`; missing until the server listens.
    package let address: String?

    package init(process: Int32, address: String?) {
        self.process = process
        self.address = address
    }
}

package enum DataDirectoryError: Error, Equatable, CustomStringConvertible {
    case inUse(path: String, holder: LockHolder?)
    case unusable(path: String, reason: String)

    package var description: String {
        switch self {
        case .inUse(let path, let holder):
            var who = "another server"
            if let holder { who = "process \(holder.process)" + (holder.address.map { " at \($0)" } ?? "") }
            return "The data directory \(path) is in use by \(who)."
        case .unusable(let path, let reason): return "The data directory \(path) cannot be used: \(reason)."
        }
    }
}
