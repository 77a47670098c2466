import Store

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The server that has a data directory at the moment.
enum RunningServer {
    /// Who holds the folder; `nil` when nobody does, whatever a server that was killed left written there.
    static func holder(at path: String) -> LockHolder? {
        guard let holder = DataDirectory.holder(at: path) else { return nil }
        // Signal 0 reaches nobody and tells whether there is such a process; somebody else's is there too.
        return kill(holder.process, 0) == 0 || errno == EPERM ? holder : nil
    }
}
